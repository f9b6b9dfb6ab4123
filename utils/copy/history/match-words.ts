import { plural, t, wordsLanguage } from "../i18n.ts";

/** How many of the entries that pass are on the screen. */
export function shownWords(shown: number, all: number): string {
  return t("history.shown", [number(shown), number(all)]);
}

/** How many entries of how many pass the filter. */
export function matchWords(matches: number, all: number): string {
  if (matches === 0) return t("history.noMatch");
  if (matches === all) return plural("history.entries", all);
  return plural("history.matches", matches, [number(all)]);
}

function number(value: number): string {
  return new Intl.NumberFormat(wordsLanguage()).format(value);
}
