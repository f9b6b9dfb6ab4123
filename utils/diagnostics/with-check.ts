import type { AccountState } from "../core/model/account-state.ts";
import { type ChecksLog, emptyChecksLog, type LoggedCheck } from "../core/model/checks-log.ts";
import { bounded, bytesOf, LOG_BOUNDS, outcomesOf } from "./log/bounds.ts";
import { lastAnswer } from "./log/compact.ts";
import { type CompletedCheck, loggedCheck } from "./log/logged-check.ts";
import { lastReading } from "./log/readings.ts";
import { startOf } from "./log/start.ts";

export type { CompletedCheck };

/**
 * The log with one check more, within its bounds.
 * @param before the account's state as it was before this check: where a log without entries starts
 */
export function withCheck(log: ChecksLog, check: CompletedCheck, before: AccountState): ChecksLog {
  const entry = loggedCheck(check);
  if (log.outcomesOnly) return begunAnew(entry, before) ?? outcomesOf(added(log, entry));
  const begun = log.entries.length === 0 ? { ...log, start: startOf(before) } : log;
  return bounded(added(begun, withoutRepeated(withForgotten(entry, begun, before), begun)));
}

/** What is the same as in the last good answer, and as event types were when they were last read, is not kept once more. */
function withoutRepeated(entry: LoggedCheck, { entries }: ChecksLog): LoggedCheck {
  const { answer, eventTypes, ...outcome } = entry;
  return {
    ...outcome,
    ...(answer && !isSame(answer, lastAnswer(entries)) && { answer }),
    ...(eventTypes && { eventTypes: isSame(eventTypes, lastReading(entries)) || eventTypes }),
  };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Event types are not looked at any more, and forgotten: in a replay they end as if there were none. */
function withForgotten(entry: LoggedCheck, { start, entries }: ChecksLog, before: AccountState): LoggedCheck {
  if (!entry.answer || entry.eventTypes || before.eventTypes.length > 0) return entry;
  const known = lastReading(entries)?.types ?? start?.eventTypes?.seen ?? [];
  return known.length === 0 ? entry : { ...entry, eventTypes: { types: [] } };
}

const added = (log: ChecksLog, entry: LoggedCheck): ChecksLog => ({
  ...log,
  entries: [...log.entries, entry],
});

/** Once the answers are small enough again. Half of the room is left, so that this does not go to and fro. */
function begunAnew(entry: LoggedCheck, before: AccountState): ChecksLog | null {
  if (!entry.answer) return null;
  const log = added({ ...emptyChecksLog(), start: startOf(before) }, entry);
  return bytesOf(log) <= LOG_BOUNDS.bytes / 2 ? log : null;
}
