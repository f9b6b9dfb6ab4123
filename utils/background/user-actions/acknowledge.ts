import type { AccountState } from "../../core/findings/account-state.ts";
import { identity } from "../../core/findings/draft.ts";
import { shownFindings } from "../../core/findings/summary.ts";
import type { Did } from "../../core/history/record-actions.ts";
import { statusOf } from "../../core/records.ts";
import type { DoneReply, FindingRef } from "../../messaging/message.ts";
import { onAccount } from "./on-account.ts";
import { type Done, recordsAfterDeed } from "./records-after-action.ts";

/** Marks findings as expected; of those that are gone or lost, accepts it. */
export function expectFindings(accountId: string, refs: readonly FindingRef[]): Promise<DoneReply> {
  return mark(accountId, "expect", refs);
}

/** Takes such marks back. */
export function takeBackFindings(accountId: string, refs: readonly FindingRef[]): Promise<DoneReply> {
  return mark(accountId, "takeBack", refs);
}

/** The person has answered the offer after the first check: these are as they are wanted, perhaps none of them. */
export function answerOffer(accountId: string, refs: readonly FindingRef[]): Promise<DoneReply> {
  return onAccount(accountId, async (before, now) => {
    const status = { ...before, offerAnswered: true };
    const done = marking(before.state, "expect", refs);
    return done ? recordsAfterDeed(accountId, status, done, now) : { [statusOf(accountId)]: status };
  });
}

function mark(
  accountId: string,
  act: "expect" | "takeBack",
  refs: readonly FindingRef[],
): Promise<DoneReply> {
  return onAccount(accountId, (status, now) => {
    const done = marking(status.state, act, refs);
    return done && recordsAfterDeed(accountId, status, done, now);
  });
}

/** @returns null when none of these findings is there to be marked: it ended since the page was drawn, or is marked already */
function marking(state: AccountState, act: "expect" | "takeBack", refs: readonly FindingRef[]): Done | null {
  const meant = new Set(refs.map(identity));
  const findings = shownFindings(state).filter(
    (finding) => meant.has(identity(finding)) && finding.expected === (act === "takeBack"),
  );
  if (findings.length === 0) return null;
  const deed = act === "expect" ? "expected" : "taken-back";
  return {
    act: { act, findings: findings.map(({ kind, subject }) => ({ kind, subject })) },
    did: findings.map(({ kind, subject, level }): Did => ({ deed, kind, subject, level })),
  };
}
