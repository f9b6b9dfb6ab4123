import { passedBy, timeOf } from "../core/clock.ts";
import { endPassed } from "../core/findings/pass-quiet.ts";
import { statusOf } from "../core/model/records.ts";
import { commit } from "../storage/commit.ts";
import { monitoredAccounts } from "./monitored-accounts.ts";

/**
 * Ends what was to be quiet until now: snoozes, and marks as expected that were for a while. What counts again is on badge and
 * pages with the change of the store, and is told, if it is news, with the next check. A clock that has jumped since the last one ends
 * nothing.
 */
export async function passEnds(): Promise<void> {
  await commit(async () => {
    const changed = (await monitoredAccounts()).flatMap(({ account, status }) => {
      const now = timeOf(status, Date.now());
      const state = endPassed(status.state, now, passedBy(status, now));
      return state === status.state ? [] : [[statusOf(account.id), { ...status, state }] as const];
    });
    return changed.length === 0 ? null : { set: Object.fromEntries(changed) };
  });
}
