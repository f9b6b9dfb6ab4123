import type { AccountState } from "../model/account-state.ts";
import { ANOTHER_ANSWER_MS } from "../time.ts";
import { sinceAttempt } from "./schedule.ts";

/**
 * How many ms it is too early to ask about an account again when the person is the reason, whatever became of the worker in
 * between.
 */
export function cooldownMs(state: AccountState, now: number): number {
  return Math.max(ANOTHER_ANSWER_MS - sinceAttempt(state, now), 0);
}
