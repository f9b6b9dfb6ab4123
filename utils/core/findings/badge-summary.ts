import type { AccountState } from "../model/account-state.ts";
import type { Level } from "../model/finding.ts";
import { isSnoozed } from "../snooze.ts";
import { withoutSnoozed } from "./snoozed.ts";
import { type Overall, type Summary, summarise } from "./summary.ts";

/** What the badge shows beside what holds of the accounts. */
export interface BadgeSummary extends Summary {
  /** Text on the badge; "" when empty or snoozed. */
  badge: string;
  /** State and worst level of what is not snoozed: what the badge goes by. */
  awake: Pick<Summary, "overall" | "level">;
}

const MOST_ON_BADGE = 99;

/**
 * Sums up accounts for the badge, on which nothing is that is snoozed. A file of its own: the popup has no use for it.
 * @param countingLevel findings below it are not counted
 * @param now ms since the epoch, for the snooze
 */
export function summariseForBadge(
  states: readonly AccountState[],
  countingLevel: Level,
  now: number,
): BadgeSummary {
  const loud = states
    .filter(({ snoozeUntil }) => !isSnoozed(snoozeUntil, now))
    .map((state) => withoutSnoozed(state, now));
  const { count, ...awake } = summarise(loud, countingLevel);
  return { ...summarise(states, countingLevel), badge: badgeText(awake.overall, count), awake };
}

function badgeText(state: Overall, count: number): string {
  switch (state) {
    case "rejected":
      return "!";
    case "attention":
      return count > MOST_ON_BADGE ? `${MOST_ON_BADGE}+` : String(count);
    case "unknown":
      return "?";
    case "setup":
    case "ok":
      return "";
  }
}
