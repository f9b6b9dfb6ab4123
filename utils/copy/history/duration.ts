import { DAY, HOUR, MINUTE } from "../../core/time.ts";
import { copyLanguage, plural, t } from "../i18n.ts";

/** Beyond it nobody counts in hours. */
const LONG_MS = 2 * DAY;

/** How long something was, in one or two units: "18 min", "2 h 18 min", "3 days 4 h". No line breaks within it. */
export function durationText(ms: number): string {
  return inUnits(ms).replaceAll(" ", "\u00a0");
}

function inUnits(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 1) return t("history.duration.moment");
  if (minutes * MINUTE < LONG_MS) {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    return both(hours > 0 && hoursText(hours), rest > 0 && t("history.duration.minutes", [number(rest)]));
  }
  const hours = Math.round(ms / HOUR);
  const [days, rest] = [Math.floor(hours / 24), hours % 24];
  return both(plural("history.duration.days", days), rest > 0 && hoursText(rest));
}

function hoursText(hours: number): string {
  return t("history.duration.hours", [number(hours)]);
}

function both(larger: string | false, smaller: string | false): string {
  if (larger && smaller) return t("history.duration.both", [larger, smaller]);
  return larger || smaller || "";
}

function number(value: number): string {
  return new Intl.NumberFormat(copyLanguage()).format(value);
}
