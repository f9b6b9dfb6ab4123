import type { AccountState } from "../core/findings/account-state.ts";
import type { Act, CalendarRef } from "../core/findings/apply-action.ts";
import { fingerprint } from "./fingerprint.ts";
import { bounded } from "./log/bounds.ts";
import { isOfFindings } from "./log/compact.ts";
import { packed, type Ref } from "./log/logged-acknowledgements.ts";
import { hashed } from "./log/logged-answer.ts";
import { startOf } from "./log/start.ts";
import { type ChecksLog, isCheck, type LoggedAct } from "./log.ts";

/** What the person did, with the findings that were meant instead of a function. */
export type DoneAct =
  | { act: "expect" | "takeBack"; findings: readonly Ref[] }
  | ({ act: "select" | "unselect" } & CalendarRef)
  | Extract<Act, { act: "setDestination" | "keepDestination" | "snooze" }>;

/**
 * The log with something more that the person did, within its bounds.
 * @param before the account's state as it was before: where a log without entries starts
 * @param after the same as the act has made it
 * @param at ms since the epoch
 */
export function withAct(
  log: ChecksLog,
  done: DoneAct,
  { before, after }: { before: AccountState; after: AccountState },
  at: number,
): ChecksLog {
  if (log.outcomesOnly) return log;
  const begun = log.entries.length === 0 ? { ...log, start: startOf(before) } : log;
  const entry = loggedAct(done, at);
  // Without a check there is no finding that it could be about.
  if (isOfFindings(entry) && !begun.entries.some(isCheck)) return { ...begun, start: startOf(after) };
  return bounded({ ...begun, entries: [...begun.entries, entry] });
}

function loggedAct(done: DoneAct, at: number): LoggedAct {
  switch (done.act) {
    case "expect":
    case "takeBack":
      return { at, act: done.act, marks: packed(done.findings) };
    case "select":
    case "unselect": {
      const { act, externalId, credentialId, delegationCredentialId } = done;
      return {
        at,
        act,
        calendar: fingerprint(externalId),
        id: credentialId,
        delegation: hashed(delegationCredentialId),
      };
    }
    case "setDestination":
      return { at, act: done.act, type: done.integration, calendar: fingerprint(done.externalId) };
    case "keepDestination":
      return { at, act: done.act };
    case "snooze":
      return { at, act: done.act, until: done.until };
  }
}
