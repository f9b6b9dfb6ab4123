import type { FindingRecord, RememberedConnection } from "../../model/account-state.ts";
import { type FindingRef, identity } from "../../model/finding.ts";
import { type ConnectionId, connectionKey, type Subject } from "../../model/subject.ts";
import type { Draft } from "../draft.ts";
import { close, resolve, unmarked } from "../lifecycle.ts";
import type { Present } from "./present.ts";
import { belongsTo, carrySnoozes } from "./rename.ts";

/** The old one is missing: what was wrong with it is over, and it is forgotten. */
export function replace(
  draft: Draft,
  old: RememberedConnection,
  successor: Present,
  healthy: readonly Present[],
): void {
  const { id } = successor;
  endFindings(draft, old, successor);
  const key = connectionKey(old);
  draft.renamed.set(key, id);
  const own = draft.state.connections.find((one) => connectionKey(one) === connectionKey(id));
  const earlierBreaks = [...old.earlierBreaks, ...old.breaks];
  if (!own) {
    // New: it is compared with the one whose place it takes.
    carryMarks(draft, key, id);
    const firstAnswer = draft.state.answers;
    Object.assign(old, id, { breaks: [], earlierBreaks, flapSuppressed: false, firstAnswer });
    return;
  }
  carryMarks(draft, key, id, "calendar");
  own.earlierBreaks = [...earlierBreaks, ...own.earlierBreaks].sort((a, b) => a - b);
  takeOverSelected(old, own, healthy);
  draft.state.connections = draft.state.connections.filter((one) => one !== old);
}

/** Under the old name they are kept as long as those of anything that is absent. @param type of the subjects; all by default */
function carryMarks(draft: Draft, key: string, id: ConnectionId, type?: Subject["type"]): void {
  for (const mark of [...draft.acknowledgements.values()]) {
    if (!belongsTo(mark.subject, key) || (type !== undefined && mark.subject.type !== type)) continue;
    const carried = { ...mark, subject: { ...mark.subject, ...id } as Subject };
    if (!draft.acknowledgements.has(identity(carried)))
      draft.acknowledgements.set(identity(carried), carried);
  }
  carrySnoozes(draft, (subject) =>
    belongsTo(subject, key) && (type === undefined || subject.type === type)
      ? ({ ...subject, ...id } as Subject)
      : undefined,
  );
}

/** What the old one had selected and no connection lists any more is missing from the one that stands for it. */
function takeOverSelected(
  old: RememberedConnection,
  own: RememberedConnection,
  healthy: readonly Present[],
): void {
  const known = new Set(own.calendars.map(({ externalId }) => externalId));
  const lost = old.calendars.filter(
    ({ externalId, isSelected }) =>
      isSelected && !known.has(externalId) && !healthy.some(({ listed }) => listed.has(externalId)),
  );
  own.calendars.push(...lost.map((calendar) => ({ ...calendar, missing: true, inherited: true })));
}

/**
 * They end as recovered, but for what is no better with the successor: that was told already, and is not told again. That it kept
 * breaking is over without a word.
 */
function endFindings(draft: Draft, old: RememberedConnection, successor: Present): void {
  const { id } = successor;
  const key = connectionKey(old);
  const isOld = ({ subject }: FindingRef) => belongsTo(subject, key);
  const isQuiet = ({ kind }: FindingRef) =>
    old.flapSuppressed && (kind === "connection-error" || kind === "calendar-gone");
  for (const record of [...draft.findings.values()].filter(isOld)) {
    if (record.kind === "flapping") {
      draft.findings.delete(identity(record));
    } else if (isRight(record, successor)) {
      resolve(draft, record.kind, record.subject, { of: id, flapping: isQuiet(record) });
    } else {
      close(draft, record.kind, record.subject);
      carryTold(draft, record, { ...record.subject, ...id } as Subject);
    }
  }
  for (const awaited of draft.state.recoveries) {
    if (awaited.of === null || connectionKey(awaited.of) !== key) continue;
    Object.assign(awaited, { of: id, flapping: awaited.flapping || isQuiet(awaited) });
  }
}

/** Of the same account, which is healthy: only what is said of what is selected, or listed, can be as wrong as it was. */
function isRight({ kind, subject, endedCounted }: FindingRecord, { listed }: Present): boolean {
  if (subject.type !== "calendar") {
    return kind !== "connection-unchecked" || [...listed.values()].some(({ isSelected }) => isSelected);
  }
  const calendar = listed.get(subject.externalId);
  return (
    endedCounted === null &&
    calendar !== undefined &&
    (kind === "calendar-gone" || calendar.isSelected === true)
  );
}

function carryTold(draft: Draft, record: FindingRecord, subject: Subject): void {
  const { kind, notified } = record;
  const own = draft.findings.get(identity({ kind, subject }));
  if (own) own.notified = [...new Set([...own.notified, ...notified])];
  else if (notified.length > 0) {
    const carried = { ...record, subject, inhibited: true, endedCounted: draft.state.counted };
    draft.findings.set(identity(carried), unmarked(carried));
  }
}
