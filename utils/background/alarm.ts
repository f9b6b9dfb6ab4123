import { browser } from "wxt/browser";
import { quietEnds } from "../core/findings/pass-quiet.ts";
import { dueAt } from "../core/schedule/schedule.ts";
import { quietUntil } from "../core/settings/quiet-hours/quiet-until.ts";
import type { Settings } from "../core/settings/table.ts";
import { MINUTE, SECOND } from "../core/time.ts";
import { readEffectiveSettings } from "../storage/settings.ts";
import { type MonitoredAccount, monitoredAccounts } from "./monitored-accounts.ts";

export const CHECK_ALARM = "check";

/** Should a worker be ended in the middle of a check, the alarm comes again by itself. */
const PERIOD_MINUTES = 1;
/** Chrome does not wake a worker sooner than that. */
const EARLIEST_MS = 30 * SECOND;
const SAME_MS = SECOND;

/**
 * Sees to it that the one alarm goes off when the next check is due, when a snooze or a mark ends, as what counts again is on
 * the badge with the alarm, or when quiet hours end in which something waits to be told. An alarm that is right is left
 * alone: one that is created anew at each start of the worker never goes off.
 */
export async function setAlarm(): Promise<void> {
  const accounts = await monitoredAccounts();
  if (accounts.length === 0) {
    await browser.alarms.clear(CHECK_ALARM);
    return;
  }
  const settings = await readEffectiveSettings();
  const { from, to, when } = whenToWake(accounts, Date.now(), settings);
  const alarm = await browser.alarms.get(CHECK_ALARM);
  const isRight =
    alarm?.periodInMinutes === PERIOD_MINUTES && alarm.scheduledTime >= from && alarm.scheduledTime <= to;
  if (!isRight) browser.alarms.create(CHECK_ALARM, { when, periodInMinutes: PERIOD_MINUTES });
}

/**
 * When the alarm is to go off, and between which times one that is set already may stay: at the first due check or end of
 * something quiet; within a minute, if a check is due now (it is under way, or was cut short) or if the network is awaited.
 */
function whenToWake(
  accounts: readonly MonitoredAccount[],
  now: number,
  { intervalMinutes, quietHours }: Settings,
): { from: number; when: number; to: number } {
  const due = Math.min(...accounts.map(({ status }) => dueAt(status, now, intervalMinutes)));
  const isOffline = accounts.some(({ status }) => status.state.lastFailure?.reason === "offline");
  if (due <= now) return { from: now, when: now + EARLIEST_MS, to: now + MINUTE };
  const ends = accounts.flatMap(({ status: { state } }) => quietEnds(state)).filter((end) => end > now);
  const next = [...ends, ...quietEnd(accounts, now, quietHours)].reduce(
    (first, end) => Math.min(first, end),
    due,
  );
  if (isOffline && next > now + MINUTE) return { from: now, when: now + MINUTE, to: now + MINUTE };
  return { from: next - SAME_MS, when: next, to: next + SAME_MS };
}

function quietEnd(accounts: readonly MonitoredAccount[], now: number, quietHours: string): number[] {
  const end = quietUntil(quietHours, now);
  return end !== null && accounts.some(({ status }) => status.outbox !== null) ? [end] : [];
}
