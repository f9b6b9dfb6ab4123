import { shownFindings } from "../../core/findings/summary.ts";
import type { JournalEntry } from "../../core/history/record-actions.ts";
import { type MarkLength, markUntil, noteOf } from "../../core/mark.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { FindingRef } from "../../core/model/finding.ts";
import { identity } from "../../core/model/finding.ts";
import { canEnd } from "../../core/model/kind-groups.ts";
import { statusOf } from "../../core/model/records.ts";
import type { DoneReply } from "../../messaging/replies.ts";
import { onAccount } from "./on-account.ts";
import { recordsAfterAction, type UserAction } from "./records-after-action.ts";

/** What the person says with a mark: nothing for one that is for good and needs no word. */
export interface MarkSaid {
  howLong?: MarkLength;
  /** As it was typed. */
  note?: string;
}

/** Marks findings as expected; of those that are gone or lost, accepts it. */
export function acknowledgeFindings(
  accountId: string,
  refs: readonly FindingRef[],
  { howLong, note = "" }: MarkSaid = {},
): Promise<DoneReply> {
  return onAccount(accountId, (status, now) => {
    const until = howLong === undefined ? null : markUntil(howLong, now);
    const done = marking(status.state, "acknowledge", refs, until);
    return done && recordsAfterAction(accountId, status, { ...done, note: noteOf(note) }, now);
  });
}

/** Takes such marks back. */
export function unacknowledgeFindings(accountId: string, refs: readonly FindingRef[]): Promise<DoneReply> {
  return onAccount(accountId, (status, now) => {
    const done = marking(status.state, "unacknowledge", refs);
    return done && recordsAfterAction(accountId, status, done, now);
  });
}

/** The person has answered the offer after the first check: these are as they are wanted, perhaps none of them. */
export function bulkAcknowledge(accountId: string, refs: readonly FindingRef[]): Promise<DoneReply> {
  return onAccount(accountId, async (before, now) => {
    const status = { ...before, bulkAcknowledgeAnswered: true };
    const done = marking(before.state, "acknowledge", refs);
    return done ? recordsAfterAction(accountId, status, done, now) : { [statusOf(accountId)]: status };
  });
}

/**
 * @param until when the mark ends by itself, in ms since the epoch; null for one that does not
 * @returns null when none of these findings is there to be marked: it ended since the page was drawn, or is marked already
 */
function marking(
  state: AccountState,
  action: "acknowledge" | "unacknowledge",
  refs: readonly FindingRef[],
  until: number | null = null,
): UserAction | null {
  const meant = new Set(refs.map(identity));
  const findings = shownFindings(state).filter(
    (finding) => meant.has(identity(finding)) && finding.acknowledged === (action === "unacknowledge"),
  );
  if (findings.length === 0) return null;
  const marked = findings.map(({ kind, subject }) => ({ kind, subject }));
  return {
    action: action === "acknowledge" ? { action, findings: marked, until } : { action, findings: marked },
    journal: findings.map(
      ({ kind, subject, level }): JournalEntry => ({
        action,
        kind,
        subject,
        level,
        // What is accepted has no end.
        ...(until !== null && canEnd(kind) && { until }),
      }),
    ),
  };
}
