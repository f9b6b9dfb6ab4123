import { hours } from "./format-time.ts";
import { copyLanguage } from "./i18n.ts";

/**
 * From when to when, in local time: with weekday and date, the year where it is another one, and the second date where it ends on
 * another day. All in ms since the epoch.
 */
export function formatSpan(start: number, end: number, now: number): string {
  const isThisYear = new Date(start).getFullYear() === new Date(now).getFullYear();
  const date = { weekday: "short", day: "numeric", month: "short" } as const;
  const options = { ...date, ...(isThisYear ? {} : { year: "numeric" as const }), ...hours() };
  return new Intl.DateTimeFormat(copyLanguage(), options).formatRange(start, Math.max(start, end));
}
