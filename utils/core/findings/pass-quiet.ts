import type { AccountState } from "../model/account-state.ts";
import { DAY } from "../time.ts";
import { unmarked } from "./lifecycle.ts";

/** A week is the longest that can be chosen, and a clock may be set back a little without being noticed. */
const LONGEST_MS = 8 * DAY;

/**
 * What the person wanted quiet for a while (a snooze, or a mark as expected) is over when its time is, whatever happens then.
 * To be called before something new is judged. All times in ms since the epoch, in the account's time.
 * @param passed nothing may end that has not ended by then
 */
export function passQuiet(state: AccountState, now: number, passed: number = now): AccountState {
  const back = setBack(state, now);
  return withEnds(state, (until) => (until - back <= passed ? null : until - back));
}

/** Without what is over by then. @returns the same object when nothing is */
export function withoutEnded(state: AccountState, passed: number): AccountState {
  return withEnds(state, (until) => (until <= passed ? null : until));
}

/**
 * Ends what is over without waiting for something new, and what nobody can have meant: it would be quiet for as long as the clock
 * was wrong. Done twice it is as done once.
 * @param passed nothing may end that has not ended by then
 * @returns the same object when nothing has ended
 */
export function endPassed(state: AccountState, now: number, passed: number = now): AccountState {
  const latest = Math.max(now, passed);
  return withEnds(state, (until) => (until <= passed || until - latest > LONGEST_MS ? null : until));
}

/**
 * What the person wanted quiet by a clock that turns out to be ahead, before anything told of that, is quiet for as long as it was
 * meant. It is known by lying farther ahead than anything that can be chosen.
 * @param aheadBy in ms
 */
export function broughtBack(state: AccountState, now: number, aheadBy: number): AccountState {
  return withEnds(state, (until) => (until - now > LONGEST_MS ? until - aheadBy : until));
}

/** The same by a clock that shows `now`: what has not ended by then is quiet by that clock, too. */
export function quietFor(state: AccountState, now: number, passed: number): AccountState {
  return withEnds(endPassed(state, now, passed), (until) => until + now - passed);
}

/** When something that is quiet counts again, in ms since the epoch. */
export function quietEnds({ snoozeUntil, snoozed, acknowledgements, findings }: AccountState): number[] {
  return [
    snoozeUntil,
    ...snoozed.map(({ until }) => until),
    ...acknowledgements.map(({ until }) => until),
    ...findings.map(({ acknowledgedUntil }) => acknowledgedUntil),
  ].filter((end) => end !== null);
}

/** By how much the clock was: what is ahead lies as far ahead as it did, or it would be quiet for longer than anybody wanted. */
function setBack({ lastAttemptAt }: AccountState, now: number): number {
  return lastAttemptAt === null ? 0 : Math.max(lastAttemptAt - now, 0);
}

/** @param endOf when that end is now; null when it is over */
function withEnds(state: AccountState, endOf: (until: number) => number | null): AccountState {
  if (quietEnds(state).every((until) => endOf(until) === until)) return state;
  const { snoozeUntil } = state;
  return {
    ...state,
    snoozeUntil: snoozeUntil === null ? null : endOf(snoozeUntil),
    snoozed: lasting(state.snoozed, endOf),
    acknowledgements: lasting(state.acknowledgements, endOf),
    findings: state.findings.map((finding) => {
      if (finding.acknowledgedUntil === null) return finding;
      const acknowledgedUntil = endOf(finding.acknowledgedUntil);
      return acknowledgedUntil === null ? unmarked(finding) : { ...finding, acknowledgedUntil };
    }),
  };
}

function lasting<T extends { until: number | null }>(
  entries: readonly T[],
  endOf: (until: number) => number | null,
): T[] {
  return entries.flatMap((entry) => {
    if (entry.until === null) return [entry];
    const until = endOf(entry.until);
    return until === null ? [] : [{ ...entry, until }];
  });
}
