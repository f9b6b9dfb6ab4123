import type { AccountState } from "../model/account-state.ts";
import { DAY } from "../time.ts";
import { unmarked } from "./lifecycle.ts";

/** A week is the longest that can be chosen, and a clock may be set back a little without being noticed. */
const LONGEST_MS = 8 * DAY;

/**
 * What the person wanted quiet for a while (a snooze, or a mark as expected) is over when its time is, whatever happens then.
 * To be called before something new is judged.
 * @param now ms since the epoch
 */
export function passQuiet(state: AccountState, now: number): AccountState {
  const back = setBack(state, now);
  return withEnds(state, (until) => (until - back <= now ? null : until - back));
}

/**
 * Ends what is over by now without waiting for something new, and what nobody can have meant: it would be quiet for as long as
 * the clock was wrong. Done twice it is as done once.
 * @param now ms since the epoch
 * @returns the same object when nothing has ended
 */
export function endPassed(state: AccountState, now: number): AccountState {
  const back = setBack(state, now);
  const isOver = (until: number) => until - back <= now || until - back - now > LONGEST_MS;
  return withEnds(state, (until) => (isOver(until) ? null : until));
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
