import type { Snooze } from "./snooze.ts";
import { DAY, HOUR } from "./time.ts";

/** Who says "tomorrow" after midnight does not mean the morning that is about to begin. */
const NIGHT_MS = 4 * HOUR;
const MORNING = 8;

/**
 * When a snooze ends, in ms since the epoch. `tomorrow` is the next local 8:00 that is at least 4 hours away.
 * @param now ms since the epoch
 */
export function snoozeUntil(howLong: Snooze, now: number): number {
  switch (howLong) {
    case "hour":
      return now + HOUR;
    case "tomorrow":
      return nextMorning(now);
    case "week":
      return now + 7 * DAY;
  }
}

/** By the calendar, not by hours: a day on which the clocks change has not 24 of them. */
function nextMorning(now: number): number {
  const morning = new Date(now);
  morning.setHours(MORNING, 0, 0, 0);
  while (morning.getTime() - now < NIGHT_MS) morning.setDate(morning.getDate() + 1);
  return morning.getTime();
}
