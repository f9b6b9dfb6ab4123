import { commit } from "../store/commit.ts";
import { statusOf } from "../store/records.ts";
import { settingsInForce } from "../store/settings.ts";
import { readStatus, statusToGoOn } from "../store/status.ts";
import { findAccount } from "./watched.ts";

/**
 * Puts the next check off by one interval, and changes nothing else. For a check that went wrong on our side: left due, it
 * would ask Cal.com again every minute. It needs no more room than what is stored, so it succeeds when the store is full.
 */
export async function postpone(accountId: string): Promise<void> {
  await commit(async () => {
    const status = statusToGoOn(await readStatus(accountId));
    if (!status || !(await findAccount(accountId))) return null;
    const { intervalMinutes } = await settingsInForce();
    const now = Date.now();
    const memory = { ...status.memory, lastAttemptAt: now };
    return {
      set: { [statusOf(accountId)]: { ...status, memory, nextCheckAt: now + intervalMinutes * 60_000 } },
    };
  });
}
