import type { RememberedConnection } from "../model/account-state.ts";
import { DAY, HOUR } from "../time.ts";

/** Fewer may be chance. */
const AT_LEAST = 3;
/**
 * How far one break may be from the next. Access that ends seven days after it was given ends so many days after the person gave
 * it anew, which may be two days after the break; and a break that is noticed late, after a night asleep, is followed by one that
 * seems to come early.
 */
const SHORTEST = 7 * DAY - 12 * HOUR;
const LONGEST = 9 * DAY;

/**
 * Whether a connection, together with those that it took the place of, breaks every seven days: the last three times at least.
 * Breaks of less than a day apart are one.
 * @param at when what is told now was found, in ms since the epoch
 */
export function breaksWeekly(
  { breaks, earlierBreaks }: Pick<RememberedConnection, "breaks" | "earlierBreaks">,
  at: number,
): boolean {
  const all = [...earlierBreaks, ...breaks].sort((a, b) => a - b);
  const apart = all.filter((time, index) => index === 0 || time - (all[index - 1] ?? 0) >= DAY);
  const last = apart.slice(-AT_LEAST);
  if (last.length < AT_LEAST || at - (last.at(-1) ?? 0) > LONGEST) return false;
  return last.slice(1).every((time, index) => isAWeek(time - (last[index] ?? 0)));
}

function isAWeek(gap: number): boolean {
  return gap >= SHORTEST && gap <= LONGEST;
}
