import type { AccountState } from "../model/account-state.ts";
import type { StatusRecord } from "../model/records.ts";
import { ANOTHER_ANSWER_MS, MINUTE, SECOND } from "../time.ts";

/** The longest wait after a failure, and so the longest that is not the interval. */
const LONGEST_BACKOFF_MS = 30 * MINUTE;
/** Share of the interval by which a check comes earlier or later, so that installations don't ask in step. */
const JITTER = 0.1;
/** How soon it is looked at what became of a change that the person asked for. */
export const OUTCOME_DUE_MS = 30 * SECOND;
/** A browser may wake the worker a moment early. */
const EARLY_MS = SECOND;

/**
 * When the next check is due, in ms since the epoch. Only the plain interval is jittered: a wait that the server asked
 * for is not shortened, and a suspicion is not left longer.
 * @param state as it is after the check
 * @param random from 0 to below 1
 */
export function dueAfterCheck(
  state: AccountState,
  now: number,
  intervalMinutes: number,
  random: number,
): number {
  const interval = intervalMinutes * MINUTE;
  const due = state.nextCheckAt ?? now + interval;
  if (state.failures > 0) return due;
  const jittered =
    due - now === interval ? now + Math.round(interval * (1 - JITTER + 2 * JITTER * random)) : due;
  return Math.min(jittered, ...state.pending.flatMap(({ at }) => outcomeDue(at, now)));
}

/** An answer that came so soon after a change may be from before it. */
function outcomeDue(at: number, now: number): number[] {
  return now - at < ANOTHER_ANSWER_MS && at <= now ? [at + OUTCOME_DUE_MS] : [];
}

/** When a changed interval makes the next check due: sooner if it became shorter, but never before a backoff is over. */
export function dueAfterNewInterval(
  status: StatusRecord,
  now: number,
  intervalMinutes: number,
): number | null {
  if (status.nextCheckAt === null || isBackingOff(status, now)) return status.nextCheckAt;
  return Math.min(status.nextCheckAt, now + intervalMinutes * MINUTE);
}

/** ms since the epoch; `now` when it is due already. */
export function dueAt(status: StatusRecord, now: number, intervalMinutes: number): number {
  const longest = Math.max(intervalMinutes * MINUTE * (1 + JITTER), LONGEST_BACKOFF_MS);
  const due = status.nextCheckAt ?? now;
  // WHY [clock]: nothing waits that long, so the clock was set back since; otherwise it would be silent for that time.
  return due > now + longest + EARLY_MS ? now : Math.max(due, now);
}

export function isDue(status: StatusRecord, now: number, intervalMinutes: number): boolean {
  return dueAt(status, now, intervalMinutes) <= now + EARLY_MS;
}

export function isBackingOff(status: StatusRecord, now: number): boolean {
  return status.state.failures > 0 && (status.nextCheckAt ?? 0) > now;
}

/** ms for which Cal.com asked not to be asked; 0 when it did not. Even a person's click has to wait for that. */
export function rateLimitMs(status: StatusRecord, now: number): number {
  const { failures, lastFailure } = status.state;
  if (failures === 0 || lastFailure?.reason !== "rate-limited") return 0;
  return Math.min(Math.max((status.nextCheckAt ?? 0) - now, 0), LONGEST_BACKOFF_MS);
}

/** ms since the last attempt; Infinity without one, and for one in the future, when the clock was set back. */
export function sinceAttempt(state: AccountState, now: number): number {
  const at = state.lastAttemptAt;
  return at === null || at > now ? Number.POSITIVE_INFINITY : now - at;
}

/**
 * How many ms it is too early to ask about an account again when the person is the reason, whatever became of the worker in
 * between.
 */
export function cooldownMs(state: AccountState, now: number): number {
  return Math.max(ANOTHER_ANSWER_MS - sinceAttempt(state, now), 0);
}
