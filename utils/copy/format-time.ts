import { DAY } from "../core/time.ts";
import { browserLanguage, copyLanguage } from "./i18n.ts";

const LONG_AGO_MS = 300 * DAY;

/**
 * A moment in local time: the time alone on the same day, else with weekday and date, and long ago the date alone. In the
 * language of the words around it, but with the hours counted as the browser's own language does. Nowhere does a line
 * break within the time.
 * @param at ms since the epoch
 * @param now ms since the epoch
 */
export function formatTime(at: number, now: number): string {
  if (isSameDay(at, now)) return format({ hour: "numeric", minute: "2-digit" }, at);
  if (Math.abs(now - at) >= LONG_AGO_MS) return format({ dateStyle: "medium" }, at);
  return format({ weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" }, at);
}

export function isSameDay(at: number, now: number): boolean {
  return new Date(at).toDateString() === new Date(now).toDateString();
}

/** Hours and minutes, as the browser's own language counts them. */
export function hours() {
  const { hourCycle } = new Intl.DateTimeFormat(browserLanguage() || undefined, {
    hour: "numeric",
  }).resolvedOptions();
  return { hour: "numeric", minute: "2-digit", ...(hourCycle && { hourCycle }) } as const;
}

function format(options: Intl.DateTimeFormatOptions, at: number): string {
  const ofHours = options.hour ? hours() : {};
  const text = new Intl.DateTimeFormat(copyLanguage(), { ...options, ...ofHours }).format(at);
  return text.replace(/(\d)\s(\D+)$/, "$1\u00a0$2");
}
