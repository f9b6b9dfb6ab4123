import type { Day } from "../../core/history/bar.ts";
import { lengthOf, type Span, spanOfDay } from "../../core/history/spans.ts";
import { formatTime } from "../format-time.ts";
import { listOf, plural, t } from "../i18n.ts";
import { shortDay } from "./dates.ts";
import { durationText } from "./duration.ts";
import { timeRange } from "./time-range.ts";

/** More times than these are a number and a sum. */
const TIMES_AT_MOST = 3;

/** One day of a bar: "Wed, Mar 11 · broken 10:36 – 12:54". @param now ms since the epoch */
export function dayText(day: Day, now: number): string {
  const name = shortDay(day.date);
  switch (day.state) {
    case "worked":
      return t("history.dayWorked", [name]);
    case "unknown":
      return t("history.dayUnknown", [name]);
    case "broke":
      return brokenText(name, day, now);
  }
}

function brokenText(name: string, { date, breaks, share }: Day, now: number): string {
  if (breaks.length === 0) return t("history.dayBroke", [name]);
  if (share === 1) return t("history.dayBrokeAll", [name]);
  if (breaks.length > TIMES_AT_MOST) {
    return plural("history.dayBrokeTimes", breaks.length, [name, durationText(lengthOf(breaks))]);
  }
  return t("history.dayBrokeAt", [name, listOf(breaks.map((one) => timesOf(one, spanOfDay(date), now)))]);
}

/** When a break was on one day: what began before it or goes on after it has one end there. */
function timesOf(one: Span, day: Span, now: number): string {
  const { start, end } = one;
  if (end >= now) return t("history.brokeSince", [formatTime(start, start)]);
  if (start === day.start) return t("history.brokeUntil", [formatTime(end, end)]);
  if (end === day.end) return t("history.brokeFrom", [formatTime(start, start)]);
  return timeRange(one);
}
