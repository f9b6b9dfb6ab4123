import type { Range, Sort } from "../../core/history/filter.ts";
import { copyLanguage, plural, t } from "../i18n.ts";

/** How many of the entries that pass are on the screen. */
export function shownCountText(shown: number, all: number): string {
  return t("history.shown", [number(shown), number(all)]);
}

/** How many entries of how many pass the filter. */
export function matchCountText(matches: number, all: number): string {
  if (matches === 0) return t("history.noMatch");
  if (matches === all) return plural("history.entries", all);
  return plural("history.matches", matches, [number(all)]);
}

function number(value: number): string {
  return new Intl.NumberFormat(copyLanguage()).format(value);
}

/** What a choice of what to show is called. */
export function sortText(sort: Sort): string {
  return t(`history.sort.${sort}`);
}

/** "Last 30 days" */
export function rangeText(range: Range): string {
  return t("history.range", [number(range)]);
}

/** A connection as "Google Calendar (dana@example.com)", or the app alone where Cal.com does not tell whose it is. */
export function connectionLabel(connection: { app: string; whose: string | null } | undefined): string {
  if (!connection) return t("history.aConnection");
  const { whose } = connection;
  const app = connection.app || t("list.unnamedApp");
  return whose === null ? app : t("history.connection", [app, whose]);
}
