import { type Bar, count, type Day, runsOf } from "../../core/history/bar.ts";
import { type Uptime, uptime } from "../../core/history/uptime.ts";
import { copyLanguage, listOf, plural, t } from "../i18n.ts";
import { dayRange } from "./dates.ts";
import { durationText } from "./duration.ts";
import { connectionLabel } from "./filter-text.ts";

/** More dates than these nobody remembers when they are read out. */
const DATES_AT_MOST = 5;

/**
 * What stands beside a bar: "99.4% · 1 break, 2 h 18 min", or since when or on how many days it was watched. Of days that nobody
 * watched nothing is claimed.
 * @param now ms since the epoch
 */
export function barShort(bar: Pick<Bar, "days" | "breaks">, now: number): string {
  const up = uptime(bar, now);
  if (up.days === 0) return t("history.allUnknown");
  if (up.breaks === 0) return withoutBreaks(up, bar.days.length);
  if (up.worked === null || up.brokenMs === null) return plural("history.brokeOn", count(bar.days, "broke"));
  const breaks = t("history.breaksFor", [plural("history.breaks", up.breaks), durationText(up.brokenMs)]);
  return t("history.beside", [up.isSinceToday ? t("history.watchedSinceToday") : percent(up.worked), breaks]);
}

function withoutBreaks({ days, isSinceToday }: Uptime, all: number): string {
  if (isSinceToday) return t("history.watchedSinceToday");
  return days === all ? t("history.noBreaks") : plural("history.noBreaksOn", days);
}

function percent(share: number): string {
  return new Intl.NumberFormat(copyLanguage(), { style: "percent", maximumFractionDigits: 1 }).format(share);
}

/** What a bar is called, for those who hear it. */
export function barLabel(bar: Pick<Bar, "app" | "whose" | "isGone">): string {
  const label = connectionLabel(bar);
  return t("history.barLabel", [bar.isGone ? t("history.barGone", [label]) : label]);
}

/** All days of a bar in a few words, for those who hear it: its breaks by their dates. */
export function barSummary({ days }: Pick<Bar, "days">): string {
  const unknown = count(days, "unknown");
  const parts = [
    plural("history.barWorked", count(days, "worked"), [days.length]),
    ...broken(days),
    ...(unknown > 0 ? [plural("history.barUnknown", unknown)] : []),
  ];
  return new Intl.ListFormat(copyLanguage(), { type: "unit" }).format(parts);
}

function broken(days: readonly Day[]): string[] {
  const broke = count(days, "broke");
  if (broke === 0) return [];
  const runs = runsOf(days, "broke");
  return runs.length > DATES_AT_MOST
    ? [plural("history.barBrokeMany", broke)]
    : [t("history.barBroke", [listOf(runs.map(({ first, last }) => dayRange(first, last)))])];
}
