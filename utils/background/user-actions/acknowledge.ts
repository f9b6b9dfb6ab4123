import { shownFindings } from "../../core/findings/summary.ts";
import type { JournalEntry } from "../../core/history/record-actions.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { FindingRef } from "../../core/model/finding.ts";
import { identity } from "../../core/model/finding.ts";
import { type StatusRecord, statusOf } from "../../core/model/records.ts";
import type { DoneReply } from "../../messaging/replies.ts";
import { commit } from "../../storage/commit.ts";
import { readStatus, writableStatus } from "../../storage/status.ts";
import { findAccount } from "../monitored-accounts.ts";
import { recordsAfterAction, type UserAction } from "./records-after-action.ts";

/** Marks findings as expected; of those that are gone or lost, accepts it. */
export function acknowledgeFindings(accountId: string, refs: readonly FindingRef[]): Promise<DoneReply> {
  return mark(accountId, "acknowledge", refs);
}

/** Takes such marks back. */
export function unacknowledgeFindings(accountId: string, refs: readonly FindingRef[]): Promise<DoneReply> {
  return mark(accountId, "unacknowledge", refs);
}

/** The person has answered the offer after the first check: these are as they are wanted, perhaps none of them. */
export function bulkAcknowledge(accountId: string, refs: readonly FindingRef[]): Promise<DoneReply> {
  return onAccount(accountId, async (before, now) => {
    const status = { ...before, bulkAcknowledgeAnswered: true };
    const done = marking(before.state, "acknowledge", refs);
    return done ? recordsAfterAction(accountId, status, done, now) : { [statusOf(accountId)]: status };
  });
}

function mark(
  accountId: string,
  action: "acknowledge" | "unacknowledge",
  refs: readonly FindingRef[],
): Promise<DoneReply> {
  return onAccount(accountId, (status, now) => {
    const done = marking(status.state, action, refs);
    return done && recordsAfterAction(accountId, status, done, now);
  });
}

/** @returns null when none of these findings is there to be marked: it ended since the page was drawn, or is marked already */
function marking(
  state: AccountState,
  action: "acknowledge" | "unacknowledge",
  refs: readonly FindingRef[],
): UserAction | null {
  const meant = new Set(refs.map(identity));
  const findings = shownFindings(state).filter(
    (finding) => meant.has(identity(finding)) && finding.acknowledged === (action === "unacknowledge"),
  );
  if (findings.length === 0) return null;
  return {
    action: { action, findings: findings.map(({ kind, subject }) => ({ kind, subject })) },
    journal: findings.map(({ kind, subject, level }): JournalEntry => ({ action, kind, subject, level })),
  };
}

/**
 * Changes the records of one account because the person said so, in one commit.
 * @param decide makes the records to write, of what is stored; null when that is as the person wants it already
 * @returns not ok when there is no such account, or a later version wrote what would be changed
 */
async function onAccount(
  accountId: string,
  decide: (status: StatusRecord, now: number) => Promise<Record<string, object>> | null,
): Promise<DoneReply> {
  let ok = false;
  const committed = await commit(async () => {
    const status = writableStatus(await readStatus(accountId));
    if (!status || !(await findAccount(accountId))) return null;
    ok = true;
    const set = await decide(status, Date.now());
    return set && { set };
  });
  return { ok: ok && committed !== "newer" };
}
