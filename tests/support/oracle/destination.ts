import { isAt } from "./calendars.ts";
import { isObject } from "./json.ts";
import type { Certainty, Judge } from "./judge.ts";
import { calendarsOf, type Listed } from "./listed.ts";
import type { Destination, KnownConnection, Level, Memory } from "./memory.ts";
import { connectionSubject, DESTINATION, idKey } from "./subject.ts";
import type { View } from "./views.ts";

const SHOWN_AFTER = 15_000;
const KINDS = ["destination-missing", "destination-changed", "destination-broken", "destination-read-only"];
const UNSETTLING = [
  "connection-error",
  "connection-gone",
  "calendar-gone",
  "calendar-moved",
  "no-connections",
];

/** @returns null when it can't be read; one that is not set has a blank id */
export function readDestination(raw: unknown): Destination | null {
  if (raw !== undefined && raw !== null && !isObject(raw)) return null;
  const { externalId, integration, credentialId, delegationCredentialId } = raw ?? {};
  return {
    externalId: text(externalId),
    integration: text(integration),
    credentialId: typeof credentialId === "number" ? credentialId : null,
    delegationCredentialId: typeof delegationCredentialId === "string" ? delegationCredentialId : null,
  };
}

function text(value: unknown): string {
  return typeof value === "string" && value.trim() !== "" ? value : "";
}

export function sameDestination(a: Destination, b: Destination): boolean {
  if (a.externalId !== b.externalId) return false;
  return a.integration === "" || b.integration === "" || a.integration === b.integration;
}

/** Whether something is suspected in the answer while Cal.com may rewrite the destination, and later back. */
export function isUnsettled(memory: Memory): boolean {
  return [...memory.findings.values()].some(
    ({ kind, visible, claim }) => visible && claim?.confirmed === false && UNSETTLING.includes(kind),
  );
}

/** Where bookings go, beside where they went. */
export function judgeDestination(
  judge: Judge,
  shown: Destination | null,
  views: View[],
  listed: Map<string, Listed>,
): void {
  const { memory } = judge;
  settlePending(judge, shown);
  if (shown === null) {
    for (const kind of KINDS) judge.leave(kind, DESTINATION);
    return;
  }
  memory.current = shown;
  const arising: Certainty = isUnsettled(memory) ? "suspected" : "certain";
  if (shown.externalId === "") {
    if (memory.remembered !== null) change(judge, shown, "error", arising);
    else if (memory.hadConnections) judge.raise("destination-missing", DESTINATION, "error", arising);
    return;
  }
  memory.remembered ??= shown;
  seenRight(judge, "destination-missing");
  if (sameDestination(memory.remembered, shown)) seenRight(judge, "destination-changed");
  else change(judge, shown, "warning", arising);
  judgePlace(judge, shown, views, listed, arising);
}

/** While Cal.com may rewrite it the destination is not known to be right: what was said of it is only hidden. */
function seenRight(judge: Judge, kind: string): void {
  if (isUnsettled(judge.memory)) judge.hide(kind, DESTINATION);
  else judge.right(kind, DESTINATION);
}

/** What the person chose here is remembered once an answer shows it. */
function settlePending({ memory, now }: Judge, shown: Destination | null): void {
  if (shown === null) return;
  const pending = memory.pendingDestinations;
  const at = pending.findIndex(({ destination }) => sameDestination(destination, shown));
  if (at >= 0) memory.remembered = shown;
  memory.pendingDestinations = pending.slice(at + 1).filter((one) => now - one.at < SHOWN_AFTER);
}

function change(judge: Judge, shown: Destination, level: Level, arising: Certainty): void {
  const finding = judge.raise("destination-changed", DESTINATION, level, arising);
  if (finding.expectedFor !== undefined && !sameDestination(finding.expectedFor, shown)) {
    finding.expected = false;
    delete finding.expectedFor;
  }
  finding.destination = shown;
}

function judgePlace(
  judge: Judge,
  shown: Destination,
  views: View[],
  listed: Map<string, Listed>,
  arising: Certainty,
): void {
  const isOwn = ({ id }: KnownConnection) =>
    id.credentialId === shown.credentialId && id.delegationCredentialId === shown.delegationCredentialId;
  const live = views.filter((view) => view.live.has(shown.externalId) && at(view, shown));
  if (live.length > 0) {
    seenRight(judge, "destination-broken");
    const own = live.filter(({ known }) => isOwn(known));
    const matches = own.length > 0 ? own : live;
    if (matches.every((view) => isReadOnly(view, shown, listed)))
      judge.raise("destination-read-only", DESTINATION, "error", arising);
    else seenRight(judge, "destination-read-only");
    return;
  }
  const holding = views.filter(
    (view) =>
      view.known.calendars.has(shown.externalId) &&
      !view.listedElsewhere.has(shown.externalId) &&
      at(view, shown),
  );
  const byCredential = views.filter(({ known }) => isOwn(known) && known.id.type === shown.integration);
  const places = holding.length > 0 ? holding : byCredential;
  const unsure = views.some((view) => view.holdsMalformed && at(view, shown));
  const lost = places.filter(({ standing }) => standing !== "healthy");
  if (
    lost.length === 0 &&
    (places.some(({ holdsMalformed }) => holdsMalformed) || (places.length === 0 && unsure))
  )
    return judge.leave("destination-broken", DESTINATION);
  const own = lost.filter(({ known }) => isOwn(known));
  const broken = (own.length > 0 ? own : lost).filter(({ isMissing }) => !isMissing);
  const certain = broken.every(({ known }) =>
    judge.isConfirmed("connection-error", connectionSubject(known.id)),
  );
  judge.raise(
    "destination-broken",
    DESTINATION,
    "error",
    broken.length > 0 ? { asCertainAs: certain } : "suspected",
  );
}

function at({ known }: View, shown: Destination): boolean {
  return isAt(shown, known.id.type, shown.externalId);
}

/** As the answer says it, also while the calendar keeps its last flags. */
function isReadOnly({ known }: View, { externalId }: Destination, listed: Map<string, Listed>): boolean {
  const shown = listed.get(idKey(known.id));
  if (shown === undefined) return false;
  return calendarsOf(shown, known.calendars).get(externalId)?.readOnly === true;
}
