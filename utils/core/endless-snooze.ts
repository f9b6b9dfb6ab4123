import type { AccountState } from "./model/account-state.ts";
import { DAY } from "./time.ts";

/** A week is the longest that can be chosen, and a clock may be set back a little without being noticed. */
const LONGEST_MS = 8 * DAY;

/** Ends a snooze that nobody can have meant: it would keep badge and notifications quiet for as long as the clock was wrong. */
export function withoutEndlessSnooze(state: AccountState, now: number): AccountState {
  const isEndless = state.snoozeUntil !== null && state.snoozeUntil - now > LONGEST_MS;
  return isEndless ? { ...state, snoozeUntil: null } : state;
}
