import type { Failure } from "../cal-api/observation.ts";
import { shownFindings } from "../core/findings/summary.ts";
import type { AccountState } from "../core/model/account-state.ts";

const NOT_REACHED = new Set<Failure["reason"]>(["offline", "unreachable", "no-key", "no-permission"]);

/** Something did answer, so that "can't be reached" would send people to look at the wrong end. */
export function isAnswered(failure: Failure | null): boolean {
  return failure !== null && !NOT_REACHED.has(failure.reason);
}

/** No waiting ends it: the key or the browser's permission is gone. */
export function needsThePerson(failure: Failure | null): boolean {
  return failure?.reason === "no-key" || failure?.reason === "no-permission";
}

/** Cal.com has not been reached for so long that it is a finding of its own. */
export function isOut(state: AccountState): boolean {
  return shownFindings(state).some(({ kind }) => kind === "unreachable");
}

/** Since when Cal.com can't be reached: the first failure of those in a row, not the good answer before it. In ms since the epoch. */
export function outSince({ failingSince, lastGoodAt, firstAttemptAt }: AccountState, now: number): number {
  return failingSince ?? lastGoodAt ?? firstAttemptAt ?? now;
}

/**
 * Of several accounts the one that was answered longest ago, in ms since the epoch: no part of what is said is older than
 * that. Null when none was ever answered.
 */
export function oldestAnswer(states: readonly AccountState[]): number | null {
  const times = states.flatMap(({ lastGoodAt }) => lastGoodAt ?? []);
  return times.length === 0 ? null : Math.min(...times);
}

/** What is known of an account is older than the last attempt to ask Cal.com, or its key is refused. */
export function isOld({ lastFailure, rejection }: AccountState): boolean {
  return lastFailure !== null || rejection !== null;
}

/** Of several accounts some are known as they are now and some are not: of when it is has to be said of which. */
export function isMixed(states: readonly AccountState[]): boolean {
  return states.some(isOld) && !states.every(isOld);
}
