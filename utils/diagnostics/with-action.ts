import type { AccountState } from "../core/model/account-state.ts";
import type { Performed } from "../core/model/actions.ts";
import { type ChecksLog, isCheck } from "../core/model/checks-log.ts";
import { bounded } from "./log/bounds.ts";
import { isOfFindings } from "./log/compact.ts";
import { loggedAction } from "./log/logged-action.ts";
import { startOf } from "./log/start.ts";

/**
 * The log with something more that the person did, within its bounds.
 * @param before the account's state as it was before: where a log without entries starts
 * @param after the same as the action has made it
 * @param at ms since the epoch
 */
export function withAction(
  log: ChecksLog,
  done: Performed,
  { before, after }: { before: AccountState; after: AccountState },
  at: number,
): ChecksLog {
  if (log.outcomesOnly) return log;
  const begun = log.entries.length === 0 ? { ...log, start: startOf(before) } : log;
  const entry = loggedAction(done, at);
  // Without a check there is no finding that it could be about.
  if (isOfFindings(entry) && !begun.entries.some(isCheck)) return { ...begun, start: startOf(after) };
  return bounded({ ...begun, entries: [...begun.entries, entry] });
}
