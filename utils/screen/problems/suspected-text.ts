import { plural } from "../../copy/i18n.ts";
import type { Line } from "./fix.ts";

/** What is looked at again, in words. */
export interface SuspectedText {
  lines: string[];
  /** How many there are besides. */
  more: string | null;
}

/** As many of them have a line of their own. */
const SHOWN = 5;

/** @returns null where nothing is in doubt */
export function suspectedText(all: readonly Line[]): SuspectedText | null {
  if (all.length === 0) return null;
  const more = all.length - SHOWN;
  return {
    lines: all.slice(0, SHOWN).map(({ text }) => text),
    more: more > 0 ? plural("problems.suspectedMore", more) : null,
  };
}
