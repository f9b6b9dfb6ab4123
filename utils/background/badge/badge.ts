import { unkeptCalendars } from "../../core/calendars/distinct.ts";
import { summariseForBadge } from "../../core/findings/badge-summary.ts";
import type { Overall } from "../../core/findings/summary.ts";
import type { BadgeInput } from "../../core/model/badge-input.ts";
import type { Level } from "../../core/model/finding.ts";
import { isSnoozed } from "../../core/snooze.ts";
import type { ToolbarIcon } from "./toolbar-icon.ts";

export interface Badge {
  text: string;
  /** Dark enough for white text, by a contrast of at least 4.5:1. */
  background: string;
  /** The button's own picture. It says how things are also where the number is hidden. */
  icon: ToolbarIcon;
}

export const BADGE_TEXT = "#ffffff";
export const COLOURS = { red: "#b3261e", amber: "#8a5000", blue: "#1a56b0", grey: "#5f6368" } as const;

const OF_LEVEL: Record<Level, string> = {
  error: COLOURS.red,
  warning: COLOURS.amber,
  notice: COLOURS.blue,
};

/** @param now ms since the epoch */
export function badgeOf(known: BadgeInput, now: number): Badge {
  const badge = loudBadge(known, now);
  return known.settings.showBadge ? badge : { ...badge, text: "", background: COLOURS.grey };
}

function loudBadge({ accounts, settings, newer, lost = 0 }: BadgeInput, now: number): Badge {
  const loud = accounts.filter(({ state }) => !isSnoozed(state.snoozeUntil, now));
  const {
    badge,
    awake: { overall, level },
  } = summariseForBadge(
    // A number from before would pass for what Cal.com says now.
    loud.filter(({ notStored }) => !notStored).map(({ state }) => state),
    settings.countingLevel,
    now,
  );
  if (badge !== "") {
    const icon = overall === "unknown" ? "unknown" : "attention";
    return { text: badge, background: colourOf(overall, level), icon };
  }
  // What can't be watched must not look as if all were well.
  const isUnkept = unkeptCalendars(loud.map(({ state }) => state)) > 0;
  const isBlind =
    newer || lost > 0 || isUnkept || loud.some(({ lacks, notStored }) => notStored || lacks !== null);
  if (isBlind) return { text: "?", background: COLOURS.grey, icon: "unknown" };
  const isQuiet = accounts.length > 0 && loud.length === 0;
  return { text: "", background: COLOURS.grey, icon: isQuiet ? "unknown" : "ok" };
}

function colourOf(state: Overall, level: Level | null): string {
  switch (state) {
    case "rejected":
      return COLOURS.red;
    case "attention":
      return level ? OF_LEVEL[level] : COLOURS.grey;
    case "setup":
    case "unknown":
    case "ok":
      return COLOURS.grey;
  }
}
