import { isSnoozed } from "../../core/snooze.ts";
import { monitoredAccounts } from "../monitored-accounts.ts";

/** Whether there is a snooze that can be ended. */
export async function isAnySnoozed(): Promise<boolean> {
  const now = Date.now();
  return (await monitoredAccounts()).some(({ status }) => isSnoozed(status.state.snoozeUntil, now));
}
