import { isUnlistedByCalCom } from "../../calendars/unlisted.ts";
import type { RememberedConnection } from "../../model/account-state.ts";
import { type FindingRef, identity } from "../../model/finding.ts";
import {
  type ConnectionId,
  calendarSubject,
  connectionId,
  connectionKey,
  connectionSubject,
} from "../../model/subject.ts";
import { type Draft, isConfirmed } from "../draft.ts";
import { raise, resolve } from "../lifecycle.ts";
import { compareIds } from "../order.ts";
import { belongsTo, renameConnection } from "./rename.ts";

/** A connection of the answer, before its flags are read. */
export interface Present {
  id: ConnectionId;
  healthy: boolean;
  primaryExternalId: string | null;
  /** `externalId` of the calendars that could be read. */
  listed: ReadonlySet<string>;
}

/**
 * Cal.com has no way to mend a connection: the app is added again, which makes another connection beside the one that is
 * broken, and the broken one stays until it is removed. A healthy connection that is known to be the same account again stands
 * for the other, whichever of the two appeared first: while that is still there it only says so, and once it is missing, nothing
 * is gone. (Cal.com's API behaviour, "There is no reconnect".)
 */
export function succeed(draft: Draft, present: readonly Present[]): void {
  const byKey = new Map(present.map((one) => [connectionKey(one.id), one]));
  const healthy = present.filter((one) => one.healthy);
  const known = new Map(draft.state.connections.map((one) => [connectionKey(one), one]));
  const before = [...draft.state.connections].sort(
    (a, b) => isGone(draft, a) - isGone(draft, b) || compareIds(a, b),
  );
  for (const old of before) {
    old.replacedBy = null;
    const entry = byKey.get(connectionKey(old));
    if (entry?.healthy) continue;
    const successor = successorOf(draft, old, healthy, known);
    if (!successor) continue;
    if (entry) old.replacedBy = connectionId(successor.id);
    else {
      replace(draft, old, successor, healthy);
      known.delete(connectionKey(old));
    }
  }
}

function successorOf(
  draft: Draft,
  old: RememberedConnection,
  healthy: readonly Present[],
  known: ReadonlyMap<string, RememberedConnection>,
): Present | undefined {
  const isSame = ({ primaryExternalId }: Present) =>
    primaryExternalId !== null && primaryExternalId === old.primaryExternalId;
  const isNew = ({ id }: Present) =>
    (known.get(connectionKey(id))?.firstAnswer ?? draft.state.answers) > old.firstAnswer;
  const [best] = healthy
    .filter(
      (one) =>
        one.id.integration === old.integration &&
        (old.lastGoodAt === null ? isNew(one) : isSame(one) || listsAllSelected(draft, one, old)),
    )
    .sort((a, b) => Number(isSame(b)) - Number(isSame(a)) || compareIds(a.id, b.id));
  return best;
}

function listsAllSelected(draft: Draft, { listed }: Present, old: RememberedConnection): boolean {
  const selected = old.calendars.filter(
    ({ isSelected, externalId }) =>
      isSelected &&
      !isUnlistedByCalCom(externalId) &&
      !isConfirmed(draft, "calendar-gone", calendarSubject(old, externalId)),
  );
  return selected.length > 0 && selected.every(({ externalId }) => listed.has(externalId));
}

const isGone = (draft: Draft, connection: RememberedConnection) =>
  Number(isConfirmed(draft, "connection-gone", connectionSubject(connection)));

/** The old one is missing: what was wrong with it is over, and it is forgotten. */
function replace(
  draft: Draft,
  old: RememberedConnection,
  { id }: Present,
  healthy: readonly Present[],
): void {
  endFindings(draft, old, id);
  const own = draft.state.connections.find((one) => connectionKey(one) === connectionKey(id));
  const earlierBreaks = [...old.earlierBreaks, ...old.breaks];
  if (!own) {
    // New: it is compared with the one whose place it takes.
    renameConnection(draft, old, id);
    const firstAnswer = draft.state.answers;
    Object.assign(old, { breaks: [], earlierBreaks, flapSuppressed: false, firstAnswer });
    return;
  }
  const key = connectionKey(old);
  carryMarks(draft, key, id);
  own.earlierBreaks = [...earlierBreaks, ...own.earlierBreaks].sort((a, b) => a - b);
  takeOverSelected(draft, old, own, healthy);
  draft.state.connections = draft.state.connections.filter((one) => one !== old);
  draft.renamed.set(key, id);
}

/** Those of calendars; under the old name they are kept as long as those of anything that is absent. */
function carryMarks(draft: Draft, key: string, id: ConnectionId): void {
  for (const mark of [...draft.acknowledgements.values()]) {
    if (mark.subject.type !== "calendar" || !belongsTo(mark.subject, key)) continue;
    const carried = { ...mark, subject: { ...mark.subject, ...id } };
    if (!draft.acknowledgements.has(identity(carried)))
      draft.acknowledgements.set(identity(carried), carried);
  }
}

/** What the old one had selected and no connection lists any more is missing from the one that stands for it. */
function takeOverSelected(
  draft: Draft,
  old: RememberedConnection,
  own: RememberedConnection,
  healthy: readonly Present[],
): void {
  const known = new Set(own.calendars.map(({ externalId }) => externalId));
  const lost = old.calendars.filter(
    ({ externalId, isSelected }) =>
      isSelected && !known.has(externalId) && !healthy.some(({ listed }) => listed.has(externalId)),
  );
  own.calendars.push(...lost.map((calendar) => ({ ...calendar, missing: true })));
  for (const { externalId } of lost.filter(({ readOnly }) => readOnly))
    raise(draft, "read-only", calendarSubject(own, externalId), "now");
}

/** They end as recovered; only that it kept breaking is over without a word. */
function endFindings(draft: Draft, old: RememberedConnection, successor: ConnectionId): void {
  const key = connectionKey(old);
  const isOld = ({ subject }: FindingRef) => belongsTo(subject, key);
  for (const record of [...draft.findings.values()].filter(isOld)) {
    const isOver = record.subject.type === "calendar" && record.endedCounted !== null;
    if (isOver || record.kind === "flapping") draft.findings.delete(identity(record));
    else resolve(draft, record.kind, record.subject, { of: successor, flapping: old.flapSuppressed });
  }
  for (const awaited of draft.state.recoveries) {
    if (awaited.of !== null && connectionKey(awaited.of) === key) awaited.of = successor;
  }
}
