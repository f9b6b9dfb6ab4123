import type { AccountState } from "../model/account-state.ts";
import { sinceAttempt } from "./schedule.ts";

/** An account is asked this often at most when the person is the reason, whatever became of the worker in between. */
const AT_MOST_EVERY_MS = 15_000;

/** How many ms it is too early to ask about an account again. */
export function cooldownMs(state: AccountState, now: number): number {
  return Math.max(AT_MOST_EVERY_MS - sinceAttempt(state, now), 0);
}
