import type { AccountState } from "../model/account-state.ts";
import type { StatusRecord } from "../model/records.ts";
import { ANOTHER_ANSWER_MS, MINUTE, SECOND } from "../time.ts";
import { isReconnecting } from "./reconnections.ts";

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

/** What may be a reason to look at Cal.com without being told to. */
export type Trigger = "alarm" | "browserStart" | "update" | "online" | "popupOpened";

interface Circumstances {
  /** ms since the epoch */
  now: number;
  intervalMinutes: number;
  /** What the browser believes about the network. */
  online: boolean;
}

const isStale = (status: StatusRecord, { now }: Circumstances, minutes: number) =>
  sinceAttempt(status.state, now) > minutes * MINUTE;

const due = (status: StatusRecord, { now, intervalMinutes }: Circumstances) =>
  isDue(status, now, intervalMinutes);

const staleAndFree = (status: StatusRecord, at: Circumstances) =>
  due(status, at) || (isStale(status, at, 5) && !isBackingOff(status, at.now));

/** The person was at it, and looks for what came of it. */
const mayBeReconnected = (status: StatusRecord, { now }: Circumstances) =>
  isReconnecting(status, now) && cooldownMs(status.state, now) === 0 && !isBackingOff(status, now);

const reasonOf = (status: StatusRecord) => status.state.lastFailure?.reason;

/** Whether an account is checked on an occasion. */
export const SHOULD_CHECK: Record<Trigger, (status: StatusRecord, at: Circumstances) => boolean> = {
  // WHY [online]: no browser wakes a sleeping worker when the network is back, so the alarm looks for that, too.
  // (docs/decisions/0004-one-alarm.md)
  alarm: (status, at) => due(status, at) || (reasonOf(status) === "offline" && at.online),
  browserStart: (status, at) =>
    due(status, at) || (isStale(status, at, 1) && rateLimitMs(status, at.now) === 0),
  update: staleAndFree,
  online: (status, at) => reasonOf(status) !== undefined && rateLimitMs(status, at.now) === 0,
  popupOpened: (status, at) => staleAndFree(status, at) || mayBeReconnected(status, at),
};
