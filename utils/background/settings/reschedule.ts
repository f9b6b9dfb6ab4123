import { statusOf } from "../../core/model/records.ts";
import { dueAfterNewInterval } from "../../core/schedule/schedule.ts";
import type { Settings } from "../../core/settings/table.ts";
import { monitoredAccounts } from "../monitored-accounts.ts";

/**
 * The records that change with the interval that is in force: a shorter one must not wait for the old one to end. Empty when
 * it stays.
 */
export async function reschedule(before: Settings, after: Settings): Promise<Record<string, object>> {
  if (after.intervalMinutes === before.intervalMinutes) return {};
  const now = Date.now();
  const entries = (await monitoredAccounts()).map(({ account, status }) => {
    const nextCheckAt = dueAfterNewInterval(status, now, after.intervalMinutes);
    return [statusOf(account.id), { ...status, nextCheckAt }] as const;
  });
  return Object.fromEntries(entries);
}
