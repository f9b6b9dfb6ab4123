import { passedBy } from "../../core/clock.ts";
import { isProblemSnoozed } from "../../core/findings/snoozed.ts";
import { shownFindings } from "../../core/findings/summary.ts";
import type { JournalEntry } from "../../core/history/record-actions.ts";
import type { Finding, FindingRef } from "../../core/model/finding.ts";
import { identity } from "../../core/model/finding.ts";
import type { Snooze } from "../../core/snooze.ts";
import { snoozeUntil } from "../../core/snooze-until.ts";
import type { DoneReply } from "../../messaging/replies.ts";
import { onAccount } from "./on-account.ts";
import { recordsAfterAction } from "./records-after-action.ts";

/** Keeps some problems of an account quiet for a while, also should they end and come back meanwhile. */
export function snoozeProblem(
  accountId: string,
  refs: readonly FindingRef[],
  howLong: Snooze,
): Promise<DoneReply> {
  return onAccount(accountId, (status, now) => {
    const until = snoozeUntil(howLong, now);
    const findings = shownFindings(status.state).filter(isOneOf(refs));
    if (findings.length === 0) return null;
    const action = "snooze-problem";
    const journal = findings.map((one): JournalEntry => ({ action, ...toldOf(one), until }));
    const done = { action: { action, findings: findings.map(refOf), until } as const, journal };
    return recordsAfterAction(accountId, status, done, now);
  });
}

/** Ends that, also of what has ended meanwhile: its return is to be told. */
export function endProblemSnooze(accountId: string, refs: readonly FindingRef[]): Promise<DoneReply> {
  return onAccount(accountId, (status, now) => {
    const { state } = status;
    const meant = state.snoozed.filter(isProblemSnoozed(state, passedBy(status, now))).filter(isOneOf(refs));
    if (meant.length === 0) return null;
    const action = "end-snooze-problem";
    const journal = shownFindings(state)
      .filter(isOneOf(meant))
      .map((one): JournalEntry => ({ action, ...toldOf(one) }));
    const done = { action: { action, findings: meant.map(refOf) } as const, journal };
    return recordsAfterAction(accountId, status, done, now);
  });
}

function isOneOf(refs: readonly FindingRef[]): (ref: FindingRef) => boolean {
  const ids = new Set(refs.map(identity));
  return (ref) => ids.has(identity(ref));
}

const refOf = ({ kind, subject }: FindingRef): FindingRef => ({ kind, subject });
const toldOf = ({ kind, subject, level }: Finding) => ({ kind, subject, level });
