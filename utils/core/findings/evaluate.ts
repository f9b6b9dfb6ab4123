import type {
  Answer,
  FailedObservation,
  Observation,
  RejectedObservation,
} from "../../cal-api/observation.ts";
import type { AccountState } from "../model/account-state.ts";
import type { Changes } from "../model/changes.ts";
import { ACCOUNT } from "../model/subject.ts";
import { HOUR } from "../time.ts";
import { noteAbsence } from "./acknowledgements.ts";
import { keepBounds } from "./bounds.ts";
import { diffEvents } from "./diff-events.ts";
import { beginDraft, type Draft, finishDraft } from "./draft.ts";
import { evaluateFlapping } from "./flapping.ts";
import { raise, resolve } from "./lifecycle.ts";
import { matchIdentities } from "./matching/match-identities.ts";
import {
  scheduleAfterAnswer,
  scheduleAfterFailure,
  scheduleAfterRejection,
  type Timing,
  unreachableAfter,
} from "./next-check.ts";
import { passQuiet } from "./pass-quiet.ts";
import { passTime } from "./pass-time.ts";
import { planNotifications } from "./plan-notifications.ts";
import { evaluateCalendars } from "./rules/calendars.ts";
import { evaluateConnections } from "./rules/connections.ts";
import { evaluateDestination } from "./rules/destination.ts";
import { placesOf } from "./rules/destination-places.ts";
import { evaluateEventTypes } from "./rules/event-types.ts";
import { evaluateSelection, settleSelections } from "./rules/selection.ts";
import { evaluateTwice } from "./rules/twice.ts";

export type { Timing } from "./next-check.ts";

/**
 * What an observation means: the one place where it is decided. The given state is not changed.
 * @param now ms since the epoch, in the account's time
 * @param passed nothing may end by the clock that has not ended by then
 */
export function evaluate(
  state: AccountState,
  observation: Observation,
  now: number,
  timing: Timing,
  passed = now,
): { state: AccountState; changes: Changes } {
  const draft = beginDraft(passQuiet(state, now, passed), now, passed);
  draft.state.firstAttemptAt ??= now;
  switch (observation.kind) {
    case "answer":
      onAnswer(draft, observation.answer, timing);
      break;
    case "key-rejected":
      onKeyRejected(draft, observation, timing);
      break;
    case "failure":
      onFailure(draft, observation, timing);
      break;
  }
  draft.state.lastAttemptAt = now;
  const notify = planNotifications(draft);
  keepBounds(draft);
  const after = finishDraft(draft);
  const { resolved, renamed, moved } = draft;
  return {
    state: after,
    changes: { notify, events: diffEvents(state, after, resolved, renamed), renamed, moved },
  };
}

function onAnswer(draft: Draft, answer: Answer, timing: Timing): void {
  draft.isAnswer = true;
  passTime(draft);
  draft.state.answers += 1;
  resolve(draft, "key-rejected", ACCOUNT);
  resolve(draft, "unreachable", ACCOUNT);
  const matched = matchIdentities(draft, answer);
  evaluateConnections(draft, matched);
  evaluateTwice(draft, matched);
  evaluateCalendars(draft, matched);
  evaluateSelection(draft);
  const places = placesOf(draft, matched);
  evaluateDestination(draft, answer.destination, places);
  evaluateEventTypes(draft, answer.eventTypes, places);
  for (const connection of draft.state.connections) evaluateFlapping(draft, connection);
  settleSelections(draft, matched);
  noteAbsence(draft);
  Object.assign(draft.state, { lastGoodAt: draft.now, rejection: null, ...NO_OUTAGE });
  scheduleAfterAnswer(draft, timing);
}

const NO_OUTAGE = { failures: 0, failingSince: null, outage: 0, lastFailure: null };

function onKeyRejected(draft: Draft, { rejection }: RejectedObservation, timing: Timing): void {
  raise(draft, "key-rejected", ACCOUNT, "now");
  resolve(draft, "unreachable", ACCOUNT);
  Object.assign(draft.state, { lastRejectedAt: draft.now, rejection, ...NO_OUTAGE });
  scheduleAfterRejection(draft, timing);
}

/**
 * Not to reach Cal.com changes nothing but, after long enough, that it can't be reached. Failures count, silence does not:
 * between two of them at most an hour does, since the machine may have been asleep.
 */
function onFailure(draft: Draft, { failure, retryAfterSeconds }: FailedObservation, timing: Timing): void {
  const { state, now } = draft;
  scheduleAfterFailure(draft, state.failures, retryAfterSeconds, failure.reason === "timed-out");
  if (state.failures > 0 && state.lastAttemptAt !== null) {
    state.outage += Math.min(Math.max(now - state.lastAttemptAt, 0), HOUR);
  }
  state.failures += 1;
  state.failingSince ??= now;
  state.lastFailure = failure;
  if (state.failures < UNREACHABLE_FAILURES || state.outage <= unreachableAfter(timing)) return;
  const { record } = raise(draft, "unreachable", ACCOUNT, "now");
  record.since = state.failingSince;
}

const UNREACHABLE_FAILURES = 3;
