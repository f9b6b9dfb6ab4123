import { wordsLanguage } from "../words.ts";

/**
 * A moment in local time: the time alone when it is today, else with weekday and date. Absolute, since a tooltip stays as it
 * is for hours.
 * @param at ms since the epoch
 * @param now ms since the epoch
 */
export function when(at: number, now: number): { text: string; isToday: boolean } {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  const day: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "short" };
  const format = new Intl.DateTimeFormat(wordsLanguage(), {
    ...(isToday ? {} : day),
    hour: "numeric",
    minute: "2-digit",
  });
  return { text: format.format(at), isToday };
}
