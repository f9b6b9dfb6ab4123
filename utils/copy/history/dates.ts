import { DAY } from "../../core/time.ts";
import { copyLanguage, t } from "../i18n.ts";

/**
 * A day as the heading of what happened on it: "Today", "Yesterday", else "Tuesday, 3 March", with the year when it is
 * another one.
 * @param date `YYYY-MM-DD`
 */
export function dayHeading(date: string, today: string): string {
  if (date === today) return t("history.today");
  if (middayOf(today) - middayOf(date) === DAY) return t("history.yesterday");
  const isThisYear = date.slice(0, 4) === today.slice(0, 4);
  return format(
    { weekday: "long", day: "numeric", month: "long", ...(isThisYear ? {} : { year: "numeric" }) },
    date,
  );
}

/** "Tue, 3 Mar" */
export function shortDay(date: string): string {
  return format({ weekday: "short", day: "numeric", month: "short" }, date);
}

/** "3 March", or "3–5 March" for several days in a row. */
export function dayRange(first: string, last: string): string {
  return formatter({ day: "numeric", month: "long" }).formatRange(middayOf(first), middayOf(last));
}

/** "10 Feb" */
export function dayOfMonth(date: string): string {
  return format({ day: "numeric", month: "short" }, date);
}

function format(options: Intl.DateTimeFormatOptions, date: string): string {
  return formatter(options).format(middayOf(date));
}

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(copyLanguage(), { ...options, timeZone: "UTC" });
}

function middayOf(date: string): number {
  return Date.parse(`${date}T12:00:00Z`);
}
