import { MINUTE } from "../../time.ts";
import { DAYS } from "./days.ts";
import { parseQuietHours, type QuietHours } from "./text.ts";

/** Six whole days, one after the other, are the longest. A change of the clocks may make the gap after them vanish. */
const DAYS_AHEAD = 8;

/**
 * When the quiet hours are over that this time lies in, in ms since the epoch; null when it lies in none. Those that follow
 * without a gap are one with them.
 * @param text of the setting `quietHours`
 * @param now ms since the epoch
 */
export function quietUntil(text: string, now: number): number | null {
  const hours = parseQuietHours(text);
  if (hours === null) return null;
  let until: number | null = null;
  // Those of yesterday may go on into today.
  for (let days = -1; days <= DAYS_AHEAD; days++) {
    const { from, to } = hoursOf(hours, now, days);
    const reached: number = until ?? now;
    if (from <= reached && reached < to) until = to;
  }
  return until;
}

const NEVER = { from: 0, to: 0 };

/** From when to when those are that begin that many days after `now`. */
function hoursOf({ days, from, to }: QuietHours, now: number, after: number): { from: number; to: number } {
  const today = new Date(now);
  const at = (day: number, time: string) =>
    localTime(today.getFullYear(), today.getMonth(), today.getDate() + day, time);
  const weekday = DAYS[(new Date(at(after, "00:00")).getDay() + 6) % 7];
  if (!days.some((day) => day === weekday)) return NEVER;
  return { from: at(after, from), to: at(to > from ? after : after + 1, to) };
}

/**
 * What the clock on the wall says, as ms since the epoch. A time that it says twice, since it is set back, is the first of the
 * two; one that it leaves out, since it is set forward, is when that is done.
 * @param time `HH:MM`
 */
function localTime(year: number, month: number, date: number, time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const there = new Date(year, month, date, hours, minutes);
  let at = there.getTime();
  if (there.getHours() === hours && there.getMinutes() === minutes) return at;
  // It was left out, and this one is as much later as was left out.
  const offset = there.getTimezoneOffset();
  while (new Date(at - MINUTE).getTimezoneOffset() === offset) at -= MINUTE;
  return at;
}
