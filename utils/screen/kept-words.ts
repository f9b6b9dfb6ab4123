import { copyLanguage, t, type WordKey } from "../copy/i18n.ts";

/** What every screen says besides what is the case. */
const KEYS = [
  "action.select",
  "expected.offer",
  "expected.offerNo",
  "expected.offerYes",
  "footer.checkNow",
  "footer.copyDetails",
  "footer.history",
  "footer.settings",
  "footer.snooze",
  "level.error",
  "level.notice",
  "level.warning",
  "link.newTab",
  "list.about",
  "list.allFeeds",
  "list.broken",
  "list.checking",
  "list.end",
  "list.filter",
  "list.filterHint",
  "list.heading",
  "list.missing",
  "list.more",
  "problems.heading",
  "problems.suspected",
  "strip.heading",
  "strip.more",
] as const satisfies readonly WordKey[];

/** The words of a first screen, and what the page has to say of itself for them. */
export interface KeptWords {
  /** BCP 47 */
  language: string;
  direction: string;
  /** By their keys, with `$1`, `$2` … where something is to be filled in. */
  words: Record<string, string>;
}

export function keptWords(): KeptWords {
  const words = Object.fromEntries(KEYS.map((key) => [key, t(key, ["$1", "$2"])]));
  return { language: copyLanguage(), direction: t("direction"), words };
}
