import type { Action, CalendarRef } from "../core/findings/apply-action.ts";
import type { AccountState } from "../core/model/account-state.ts";
import { type ChecksLog, isCheck, type LoggedAction } from "../core/model/checks-log.ts";
import type { FindingRef } from "../core/model/finding.ts";
import { fingerprint } from "./fingerprint.ts";
import { bounded } from "./log/bounds.ts";
import { isOfFindings } from "./log/compact.ts";
import { packed } from "./log/logged-acknowledgements.ts";
import { hashed } from "./log/logged-answer.ts";
import { startOf } from "./log/start.ts";

/** What the person did, with the findings that were meant instead of a function. */
export type PerformedAction =
  | { action: "acknowledge" | "unacknowledge"; findings: readonly FindingRef[] }
  | ({ action: "select-calendar" | "unselect-calendar" } & CalendarRef)
  | Extract<Action, { action: "set-destination" | "keep-destination" | "snooze" }>;

/**
 * The log with something more that the person did, within its bounds.
 * @param before the account's state as it was before: where a log without entries starts
 * @param after the same as the action has made it
 * @param at ms since the epoch
 */
export function withAction(
  log: ChecksLog,
  done: PerformedAction,
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

function loggedAction(done: PerformedAction, at: number): LoggedAction {
  switch (done.action) {
    case "acknowledge":
    case "unacknowledge":
      return { at, action: done.action, marks: packed(done.findings) };
    case "select-calendar":
    case "unselect-calendar": {
      const { action, externalId, credentialId, delegationCredentialId } = done;
      return {
        at,
        action,
        calendar: fingerprint(externalId),
        id: credentialId,
        delegation: hashed(delegationCredentialId),
      };
    }
    case "set-destination":
      return { at, action: done.action, type: done.integration, calendar: fingerprint(done.externalId) };
    case "keep-destination":
      return { at, action: done.action };
    case "snooze":
      return { at, action: done.action, until: done.until };
  }
}
