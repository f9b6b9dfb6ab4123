import { SETTINGS, statusOf } from "../../core/model/records.ts";
import { dueAfterNewInterval } from "../../core/schedule/schedule.ts";
import { effectiveSettings } from "../../core/settings/effective.ts";
import type { SettingsRecord } from "../../core/settings/records.ts";
import type { Settings } from "../../core/settings/table.ts";
import type { SettingsChange } from "../../messaging/commands.ts";
import type { DoneReply } from "../../messaging/replies.ts";
import { commit } from "../../storage/commit.ts";
import { readEffectivePolicy } from "../../storage/policy.ts";
import { chosenSettings } from "../../storage/settings.ts";
import { monitoredAccounts } from "../monitored-accounts.ts";

/**
 * Changes settings. A changed interval is in force at once: the next check does not wait for the old one to end. Nothing is
 * changed when one of them is an administrator's to choose.
 */
export async function changeSettings(change: SettingsChange): Promise<DoneReply> {
  const committed = await commit(async () => {
    const policy = await readEffectivePolicy();
    if (Object.keys(change).some((name) => name in policy)) return null;
    const before = await chosenSettings();
    const after: SettingsRecord = { ...before, ...change };
    const moved = await reschedule(effectiveSettings(before, policy), effectiveSettings(after, policy));
    return { set: { ...moved, [SETTINGS]: after } };
  });
  return { ok: committed === "stored" };
}

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
