import type { AccountState } from "../core/model/account-state.ts";
import { type ChecksLog, emptyChecksLog, type LoggedCheck } from "../core/model/checks-log.ts";
import { bounded, bytesOf, LOG_BOUNDS, outcomesOf } from "./log/bounds.ts";
import { lastAnswer } from "./log/compact.ts";
import { type CompletedCheck, loggedCheck } from "./log/logged-check.ts";
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
  const same = entry.answer && JSON.stringify(entry.answer) === JSON.stringify(lastAnswer(begun.entries));
  const { answer: _, ...outcome } = entry;
  return bounded(added(begun, same ? outcome : entry));
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
