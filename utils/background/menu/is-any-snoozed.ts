import { isSnoozed } from "../../core/snooze.ts";
import { watchedAccounts } from "../monitored-accounts.ts";

/** Whether there is a snooze that can be ended. */
export async function isAnySnoozed(): Promise<boolean> {
  const now = Date.now();
  return (await watchedAccounts()).some(({ status }) => isSnoozed(status.state.snoozeUntil, now));
}
