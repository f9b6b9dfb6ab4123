import { isObject } from "./json.ts";
import type { Certainty, Judge } from "./judge.ts";
import type { Listed } from "./listed.ts";
import type { Destination, Level, Memory } from "./memory.ts";
import { placeOf } from "./place.ts";
import { DESTINATION } from "./subject.ts";
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
  const place = placeOf(judge, shown, views, listed);
  if (place === null) return judge.leave("destination-broken", DESTINATION);
  if (!place.live) {
    judge.raise("destination-broken", DESTINATION, "error", place.certainty);
    return;
  }
  seenRight(judge, "destination-broken");
  if (place.readOnly) judge.raise("destination-read-only", DESTINATION, "error", arising);
  else seenRight(judge, "destination-read-only");
}
