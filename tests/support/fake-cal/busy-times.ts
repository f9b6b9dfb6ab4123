import type { WeeklyBusyTime } from "./world.ts";

/** A busy time in an answer: instants in UTC whatever zone was asked for. */
export interface BusyTime {
  start: string;
  end: string;
  source: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The busy times that touch the days from `dateFrom` to `dateTo` (YYYY-MM-DD, both included). Cal.com widens that window
 * by 11 hours before and 14 hours after, so that no time zone loses an appointment.
 */
export function busyInWindow(
  weekly: readonly WeeklyBusyTime[],
  dateFrom: string,
  dateTo: string,
  source: string,
): BusyTime[] {
  const firstDay = Math.floor(Date.parse(dateFrom) / DAY_MS) * DAY_MS;
  const from = firstDay - 11 * HOUR_MS;
  const until = Math.floor(Date.parse(dateTo) / DAY_MS) * DAY_MS + DAY_MS + 14 * HOUR_MS;
  const found: BusyTime[] = [];
  for (let day = firstDay - DAY_MS; day < until; day += DAY_MS) {
    for (const { weekday, fromHour, hours } of weekly) {
      const start = day + fromHour * HOUR_MS;
      const end = start + hours * HOUR_MS;
      if (new Date(day).getUTCDay() === weekday && end > from && start < until) {
        found.push({ start: new Date(start).toISOString(), end: new Date(end).toISOString(), source });
      }
    }
  }
  return found;
}
