import { broughtBack } from "./findings/pass-quiet.ts";
import type { AccountState } from "./model/account-state.ts";
import type { Clock, ClockJump, StatusRecord } from "./model/records.ts";
import { DAY, MINUTE } from "./time.ts";

/** From one look to the next the browser's clock may go on by so much without being doubted: there are several a day. */
const LONGEST_STEP_MS = DAY;
/** It may be set back by that much: it was a little ahead, and is set right now and then. */
const SLACK_MS = 10 * MINUTE;

type Known = Pick<StatusRecord, "clock" | "state">;

/** What an observation says of the time. */
interface Seen {
  /** The answer's own `Date`, in ms since the epoch. */
  date?: number | undefined;
  /** It was a good answer. */
  isGood: boolean;
}

/** How an observation is to be judged by the clock. All times in ms since the epoch. */
export interface ClockLook {
  /** The account's time of it: what is noted of it, and compared with it. */
  time: number;
  /** Nothing may end that has not ended by then: earlier than `time` where the clock has jumped and nothing bears it out. */
  passed: number;
  /** What is known of the clock after it. */
  clock: Clock;
  /** The state that it comes to, in the account's time. */
  state: AccountState;
}

/**
 * What it is in an account's time when the browser's clock shows `now`: never before the last look. A clock that has jumped ahead
 * since then is gone by, as at a failure: the machine may have been asleep.
 */
export function timeOf(known: Known, now: number): number {
  const { believedAt, jump } = known.clock;
  if (jump && isBack(jump, believedAt, now)) return now;
  const time = now - (jump?.aheadBy ?? 0);
  const last = lastLook(known);
  return last !== null && time < last - SLACK_MS ? last : time;
}

/**
 * Until when time has passed for certain, so that something may end without an answer: not by a clock that has jumped since the
 * last look.
 * @param time in the account's time
 */
export function passedBy(known: Known, time: number): number {
  const last = lastLook(known);
  return last === null || isStep(last, time) ? time : last;
}

/**
 * Whether what the person began has not gone on for so long yet. Where the clock has jumped, it may have begun after the time that it
 * is for the account, by no more than there is from one look to the next.
 * @param begun in the account's time, as `at`
 */
export function mayGoOn(begun: number, ms: number, at: number): boolean {
  return at - begun < ms && begun - at <= LONGEST_STEP_MS;
}

/** The same status with all times of its state in the account's time. */
export function inAccountTime<S extends Known>(status: S): S {
  const { jump } = status.clock;
  if (jump === null) return status;
  const { lastAttemptAt, lastGoodAt } = jump;
  return { ...status, state: { ...status.state, lastAttemptAt, lastGoodAt } };
}

/**
 * Takes the time of an observation from the browser's clock, unless that has jumped: by more than a day since the last look, or
 * back. Such a clock is believed once the answer's `Date` bears it out, or a good answer a day after the first one by it. Until
 * then the account goes on by the answer's `Date` or, without one, as if the jump had taken no time. A failure may be the first try
 * of a machine that was asleep: it is noted by the clock, and ends nothing.
 * (docs/decisions/0075-a-clock-that-jumps.md)
 * @param now what the browser's clock shows
 */
export function lookAtClock(known: Known, now: number, seen: Seen): ClockLook {
  const last = lastLook(known);
  if (last === null || isBelieved(known, last, now, seen)) {
    return {
      time: now,
      passed: now,
      clock: { believedAt: now, jump: null },
      state: stateAt(known, last, now),
    };
  }
  const { jump } = known.clock;
  const believedAt = known.clock.believedAt ?? last;
  const { date, isGood } = seen;
  if (jump === null && now > last && date === undefined && !isGood) {
    return { time: now, passed: last, clock: { believedAt, jump }, state: stateAt(known, last, now) };
  }
  const goingOn = jump && isStep(last, now - jump.aheadBy) ? jump : null;
  const steps = [date, goingOn && now - goingOn.aheadBy].filter((at) => typeof at === "number");
  // Time never stands still: by theirs two looks are told apart, and what is to be told of them.
  const time = Math.max(last + 1, steps.find((at) => isStep(last, at)) ?? last);
  const state = broughtBack(stateAt(known, last, time), time, now - time);
  const answeredAt = goingOn?.answeredAt ?? (isGood ? now : null);
  const after = { aheadBy: now - time, answeredAt, lastAttemptAt: time, lastGoodAt: state.lastGoodAt };
  return { time, passed: time, clock: { believedAt, jump: after }, state };
}

/**
 * What is stored after a look. While the clock is not believed, when Cal.com was last asked and last answered is as that clock had
 * it: pages and the schedule go by it, as nobody would know an account's own time.
 * @param before the state as it was stored
 * @param state what the observation has made of `look.state`
 * @param now what the browser's clock shows
 */
export function afterLook(
  { time, clock: { believedAt, jump } }: ClockLook,
  before: AccountState,
  state: AccountState,
  now: number,
): Pick<StatusRecord, "clock" | "state"> {
  if (jump === null) return { clock: { believedAt, jump }, state };
  const { lastGoodAt } = state;
  const isGood = state.answers > before.answers;
  return {
    clock: { believedAt, jump: { ...jump, lastAttemptAt: time, lastGoodAt } },
    state: { ...state, lastAttemptAt: now, lastGoodAt: isGood ? now : before.lastGoodAt },
  };
}

/** When it was last looked, in the account's time; null when never. */
function lastLook({ clock, state }: Known): number | null {
  return clock.jump?.lastAttemptAt ?? clock.believedAt ?? state.lastAttemptAt;
}

function isStep(from: number, to: number): boolean {
  return to >= from - SLACK_MS && to <= from + LONGEST_STEP_MS;
}

function isBelieved({ clock }: Known, last: number, now: number, { date, isGood }: Seen): boolean {
  const { jump, believedAt } = clock;
  if (jump === null && isStep(last, now)) return true;
  // It lies nearer to what the clock shows than to when it was last looked.
  if (date !== undefined && Math.abs(now - date) < Math.abs(last - date)) return true;
  if (jump === null) return false;
  return isBack(jump, believedAt, now) || (isGood && isBorneOut(jump, now));
}

/** The clock shows what it would have shown without the jump. */
function isBack(
  { aheadBy, lastAttemptAt: last }: ClockJump,
  believedAt: number | null,
  now: number,
): boolean {
  if (now < (believedAt ?? last) - SLACK_MS || now > last + LONGEST_STEP_MS) return false;
  // Of two steps that it may have made, it was the shorter one.
  return !isStep(last, now - aheadBy) || (aheadBy < 0 && isStep(last, now));
}

/** A good answer a day ago was by the same clock. */
function isBorneOut({ aheadBy, answeredAt, lastAttemptAt }: ClockJump, now: number): boolean {
  return answeredAt !== null && isStep(lastAttemptAt, now - aheadBy) && now - answeredAt >= DAY;
}

/** What was noted by a clock that is not believed is put right. */
function stateAt(known: Known, last: number | null, time: number): AccountState {
  const { state } = inAccountTime(known);
  const attempt = known.state.lastAttemptAt;
  if (last === null || attempt === null || attempt === last) return state;
  const isPlausible = attempt >= last && attempt <= time;
  const failingSince = state.failingSince === null ? null : Math.min(state.failingSince, time);
  return { ...state, failingSince, lastAttemptAt: isPlausible ? attempt : last };
}
