import { type Bar, count, type Day, runsOf } from "../../core/history/bar.ts";
import { copyLanguage, listOf, plural, t } from "../i18n.ts";
import { dayRange, shortDay } from "./dates.ts";
import { connectionLabel } from "./filter-text.ts";

/** More dates than these nobody remembers when they are read out. */
const DATES_AT_MOST = 5;

/** One day of a bar: "Tue, 3 Mar: broken for some of the day". */
export function dayTitle({ date, state }: Day): string {
  const day = shortDay(date);
  switch (state) {
    case "worked":
      return t("history.dayWorked", [day]);
    case "broke":
      return t("history.dayBroke", [day]);
    case "unknown":
      return t("history.dayUnknown", [day]);
  }
}

/** What stands beside a bar, in a few words. */
export function barShort({ days }: Pick<Bar, "days">): string {
  const broke = count(days, "broke");
  if (broke > 0) return plural("history.brokeOn", broke);
  return t(count(days, "worked") > 0 ? "history.noBreaks" : "history.allUnknown");
}

/** A whole bar in one sentence, for those who hear it. */
export function barSummary({ days, ...connection }: Bar): string {
  const unknown = count(days, "unknown");
  const parts = [
    plural("history.barWorked", count(days, "worked"), [days.length]),
    ...broken(days),
    ...(unknown > 0 ? [plural("history.barUnknown", unknown)] : []),
  ];
  const said = new Intl.ListFormat(copyLanguage(), { type: "unit" }).format(parts);
  const label = connectionLabel(connection);
  return t("history.barSummary", [connection.isGone ? t("history.barGone", [label]) : label, said]);
}

function broken(days: readonly Day[]): string[] {
  const broke = count(days, "broke");
  if (broke === 0) return [];
  const runs = runsOf(days, "broke");
  return runs.length > DATES_AT_MOST
    ? [plural("history.barBrokeMany", broke)]
    : [t("history.barBroke", [listOf(runs.map(({ first, last }) => dayRange(first, last)))])];
}
