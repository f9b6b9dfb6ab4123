import { isSnoozed } from "../../status/snooze.ts";
import { watchedAccounts } from "../watched.ts";

/** Whether there is a snooze that can be ended. */
export async function isAnySnoozed(): Promise<boolean> {
  const now = Date.now();
  return (await watchedAccounts()).some(({ status }) => isSnoozed(status.memory.snoozeUntil, now));
}
