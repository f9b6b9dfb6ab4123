import { DAYS, type Day } from "../../utils/core/settings/quiet-hours/days.ts";
import { isEndless, type QuietHours } from "../../utils/core/settings/quiet-hours/text.ts";

/** Those that are proposed: every night. */
export const USUAL_HOURS: QuietHours = { days: [...DAYS], from: "22:00", to: "07:00" };

/** Why quiet hours can't be saved as they are; null when they can. */
export function flawOf(hours: QuietHours): "noTime" | "noDay" | "endless" | null {
  if (hours.from === "" || hours.to === "") return "noTime";
  if (hours.days.length === 0) return "noDay";
  return isEndless(hours) ? "endless" : null;
}

// WHY [type]: newer than the types of the language, and not in every browser.
type WithWeekInfo = Intl.Locale & { getWeekInfo?(): { firstDay: number } };

/** The days of the week as they are ordered where the person lives: from Monday on where the browser does not tell. */
export function orderedDays(language: string): Day[] {
  const { firstDay = 1 } = (new Intl.Locale(language) as WithWeekInfo).getWeekInfo?.() ?? {};
  return DAYS.map((_, index) => DAYS[(firstDay - 1 + index) % DAYS.length] ?? "mon");
}

/** What a day of the week is called: "Mon", or in full. */
export function dayName(language: string, day: Day, weekday: "short" | "long"): string {
  // 1 January 2024 was a Monday.
  const date = Date.UTC(2024, 0, 1 + DAYS.indexOf(day));
  return new Intl.DateTimeFormat(language, { weekday, timeZone: "UTC" }).format(date);
}
