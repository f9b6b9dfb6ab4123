import { check, isBeingChecked } from "../../monitor/check.ts";
import { checkInTurn } from "../../monitor/check-in-turn.ts";
import { isBackingOff, rateLimitMs } from "../../monitor/due.ts";
import { tooEarlyMs } from "../../monitor/too-early.ts";
import { findAccount, watchedAccounts } from "../../monitor/watched.ts";
import { commit } from "../../store/commit.ts";
import { statusOf } from "../../store/records.ts";
import { readStatus, statusToGoOn } from "../../store/status.ts";

/** Checks an account as soon as Cal.com may say something new of it, unless it wants to be left alone. */
export async function lookAgain(accountId: string): Promise<void> {
  await makeDue(accountId);
  // One that is under way may have been answered before the connection was made anew.
  if (isBeingChecked(accountId)) await check(accountId);
  const watched = (await watchedAccounts()).find(({ account }) => account.id === accountId);
  const now = Date.now();
  if (!watched || rateLimitMs(watched.status, now) > 0) return;
  await checkInTurn([{ watched, notBefore: tooEarlyMs(watched.status.memory, now) }], 0);
}

/** Should the worker be ended while it waits, the alarm does it. */
async function makeDue(accountId: string): Promise<void> {
  await commit(async () => {
    const status = statusToGoOn(await readStatus(accountId));
    const now = Date.now();
    if (!status || isBackingOff(status, now) || !(await findAccount(accountId))) return null;
    const soon = now + tooEarlyMs(status.memory, now);
    const nextCheckAt = Math.min(status.nextCheckAt ?? soon, soon);
    return { set: { [statusOf(accountId)]: { ...status, nextCheckAt } } };
  });
}
