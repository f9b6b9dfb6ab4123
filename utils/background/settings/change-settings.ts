import { SETTINGS, statusOf } from "../../core/model/records.ts";
import { dueAfterNewInterval } from "../../core/schedule/schedule.ts";
import { effectiveSettings } from "../../core/settings/effective.ts";
import { quietUntil } from "../../core/settings/quiet-hours/quiet-until.ts";
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
 * The records that change with the settings that are in force. A shorter interval must not wait for the old one to end. What
 * quiet hours have kept back is news from the moment on that they are others. Empty when both stay.
 */
export async function reschedule(before: Settings, after: Settings): Promise<Record<string, object>> {
  const now = Date.now();
  const isInterval = after.intervalMinutes !== before.intervalMinutes;
  const isReleased = after.quietHours !== before.quietHours && quietUntil(before.quietHours, now) !== null;
  if (!isInterval && !isReleased) return {};
  const entries = (await monitoredAccounts()).map(({ account, status }) => {
    const due = isInterval ? { nextCheckAt: dueAfterNewInterval(status, now, after.intervalMinutes) } : {};
    const told = isReleased && status.outbox ? { outbox: { ...status.outbox, at: now } } : {};
    return [statusOf(account.id), { ...status, ...due, ...told }] as const;
  });
  return Object.fromEntries(entries);
}
