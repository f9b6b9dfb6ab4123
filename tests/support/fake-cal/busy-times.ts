import type { Appointment, WeeklyBusyTime } from "./world.ts";

/** A busy time in an answer: instants in UTC whatever zone was asked for. */
export interface BusyTime {
  start: string;
  end: string;
  source: string;
  /** Of feeds only. */
  title?: string;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A stretch of time that is asked about, in milliseconds since 1970. */
export interface Window {
  from: number;
  until: number;
}

/**
 * What Cal.com asks a provider about for these dates (YYYY-MM-DD): from 11 hours before `dateFrom` begins to 14 hours
 * after `dateTo` begins, so that most of the last day is not covered.
 */
export function windowOf(dateFrom: string, dateTo: string): Window {
  return { from: dayOf(dateFrom) - 11 * HOUR_MS, until: dayOf(dateTo) + 14 * HOUR_MS };
}

/** The busy times that touch the window, of those that come back every week. */
export function weeklyBusyIn(
  { from, until }: Window,
  weekly: readonly WeeklyBusyTime[],
  source: string,
): BusyTime[] {
  const found: BusyTime[] = [];
  for (let day = Math.floor(from / DAY_MS) * DAY_MS - DAY_MS; day < until; day += DAY_MS) {
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

/** Whether an appointment touches the window. */
export function isIn({ from, until }: Window, { start, end }: Appointment): boolean {
  return Date.parse(end) > from && Date.parse(start) < until;
}

function dayOf(date: string): number {
  return Math.floor(Date.parse(date) / DAY_MS) * DAY_MS;
}
