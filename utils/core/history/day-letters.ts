import type { ConnectionDays } from "../model/history.ts";
import { DAY } from "../time.ts";

/** It worked, or was broken for some of the day. */
export type Letter = "w" | "b";
type Days = Pick<ConnectionDays, "last" | "days">;

export const MOST_DAYS = 30;

/**
 * A row of days with the letter of today in it. Broken for some of the day stays so for all of it; days that nothing was
 * heard of are unknown.
 * @param today local date, `YYYY-MM-DD`
 */
export function addLetter(row: Days | undefined, letter: Letter, today: string): Days {
  const passed = row ? daysBetween(row.last, today) : MOST_DAYS;
  // WHY [clock]: one that was so wrong leaves no day to go by.
  if (!row || Math.abs(passed) >= MOST_DAYS) return { last: today, days: letter };
  if (passed > 0) {
    return { last: today, days: trimmed(`${row.days}${"-".repeat(passed - 1)}${letter}`) };
  }
  // The date is an earlier one than it was: the clock was set back, or the person is farther west. What was noted of the
  // days to come has happened by today.
  const length = Math.max(row.days.length + passed - 1, 0);
  const noted = row.days.slice(length);
  return {
    last: today,
    days: trimmed(`${row.days.slice(0, length)}${noted.includes("b") ? "b" : letter}`),
  };
}

/** Whether anything was heard of it within the last 30 days, today among them. */
export function isWithin({ last, days }: Days, today: string): boolean {
  return daysBetween(last, today) < MOST_DAYS && /[wb]/.test(days);
}

function trimmed(days: string): string {
  return days.slice(-MOST_DAYS).replace(/^-+/, "");
}

/** From one local date to another; dates have no hours that could be changed for summer. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
