import type {
  Answer,
  FailedObservation,
  Observation,
  RejectedObservation,
} from "../../cal-api/observation.ts";
import {
  scheduleAfterAnswer,
  scheduleAfterFailure,
  scheduleAfterRejection,
  type Timing,
  unreachableAfter,
} from "../schedule/next-check.ts";
import type { AccountState } from "./account-state.ts";
import { noteAbsence } from "./acknowledgements.ts";
import { keepBounds } from "./bounds.ts";
import type { Changes } from "./changes.ts";
import { happened } from "./diff-events.ts";
import { close, open, type Work } from "./draft.ts";
import { claim, seeRight } from "./ledger.ts";
import { sight } from "./matching/match-identities.ts";
import { judgeFlapping, passTime } from "./pass-time.ts";
import { settleSelections } from "./pending.ts";
import { tell } from "./plan-notifications.ts";
import { judgeCalendars } from "./rules/calendars.ts";
import { judgeConnections } from "./rules/connections.ts";
import { judgeDestination } from "./rules/destination.ts";
import { judgeSelection } from "./rules/selection.ts";
import { ACCOUNT } from "./subject.ts";

export type { Timing } from "../schedule/next-check.ts";

/**
 * What an observation means: the one place where it is decided. The given state is not changed.
 * @param now ms since the epoch
 */
export function advance(
  state: AccountState,
  observation: Observation,
  now: number,
  timing: Timing,
): { state: AccountState; changes: Changes } {
  const work = open(state, now);
  passTime(work);
  work.state.firstAttemptAt ??= now;
  work.state.lastAttemptAt = now;
  switch (observation.kind) {
    case "answer":
      learn(work, observation.answer, timing);
      break;
    case "key-rejected":
      reject(work, observation, timing);
      break;
    case "failure":
      fail(work, observation, timing);
      break;
  }
  const notify = tell(work);
  keepBounds(work);
  const after = close(work);
  const { seenRight, renamed } = work;
  return {
    state: after,
    changes: { notify, happened: happened(state, after, seenRight, renamed), renamed },
  };
}

function learn(work: Work, answer: Answer, timing: Timing): void {
  seeRight(work, "key-rejected", ACCOUNT);
  seeRight(work, "unreachable", ACCOUNT);
  const sighting = sight(work, answer);
  judgeConnections(work, sighting);
  judgeCalendars(work, sighting);
  judgeSelection(work);
  judgeDestination(work, answer.destination);
  for (const connection of work.state.connections) judgeFlapping(work, connection);
  settleSelections(work, sighting);
  noteAbsence(work);
  Object.assign(work.state, { lastGoodAt: work.now, failures: 0, lastFailure: null, rejection: null });
  scheduleAfterAnswer(work, timing);
}

function reject(work: Work, { rejection }: RejectedObservation, timing: Timing): void {
  claim(work, "key-rejected", ACCOUNT, "error", "certain");
  seeRight(work, "unreachable", ACCOUNT);
  Object.assign(work.state, { lastRejectedAt: work.now, failures: 0, lastFailure: null, rejection });
  scheduleAfterRejection(work, timing);
}

/** Not to reach Cal.com changes nothing but, after long enough, that it can't be reached. */
function fail(work: Work, { failure, retryAfterSeconds }: FailedObservation, timing: Timing): void {
  const { state, now } = work;
  const heard = Math.max(state.lastGoodAt ?? 0, state.lastRejectedAt ?? 0) || (state.firstAttemptAt ?? now);
  if (now - heard > unreachableAfter(timing)) claim(work, "unreachable", ACCOUNT, "warning", "certain");
  scheduleAfterFailure(work, state.failures, retryAfterSeconds);
  state.failures += 1;
  state.lastFailure = failure;
}
