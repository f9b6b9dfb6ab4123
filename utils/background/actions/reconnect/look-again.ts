import { statusOf } from "../../../core/model/records.ts";
import { cooldownMs } from "../../../core/schedule/cooldown.ts";
import { isBackingOff, rateLimitMs } from "../../../core/schedule/schedule.ts";
import { commit } from "../../../storage/commit.ts";
import { readStatus, writableStatus } from "../../../storage/status.ts";
import { check, isBeingChecked } from "../../checks/check.ts";
import { checkInTurn } from "../../checks/check-in-turn.ts";
import { findAccount, monitoredAccounts } from "../../monitored-accounts.ts";

/** Checks an account as soon as Cal.com may say something new of it, unless it wants to be left alone. */
export async function lookAgain(accountId: string): Promise<void> {
  await makeDue(accountId);
  // One that is under way may have been answered before the connection was made anew.
  if (isBeingChecked(accountId)) await check(accountId);
  const watched = (await monitoredAccounts()).find(({ account }) => account.id === accountId);
  const now = Date.now();
  if (!watched || rateLimitMs(watched.status, now) > 0) return;
  await checkInTurn([{ watched, notBefore: cooldownMs(watched.status.state, now) }], 0);
}

/** Should the worker be ended while it waits, the alarm does it. */
async function makeDue(accountId: string): Promise<void> {
  await commit(async () => {
    const status = writableStatus(await readStatus(accountId));
    const now = Date.now();
    if (!status || isBackingOff(status, now) || !(await findAccount(accountId))) return null;
    const soon = now + cooldownMs(status.state, now);
    const nextCheckAt = Math.min(status.nextCheckAt ?? soon, soon);
    return { set: { [statusOf(accountId)]: { ...status, nextCheckAt } } };
  });
}
