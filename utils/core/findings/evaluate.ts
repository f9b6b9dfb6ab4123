import type {
  Answer,
  FailedObservation,
  Observation,
  RejectedObservation,
} from "../../cal-api/observation.ts";
import type { AccountState } from "../model/account-state.ts";
import type { Changes } from "../model/changes.ts";
import { ACCOUNT } from "../model/subject.ts";
import { noteAbsence } from "./acknowledgements.ts";
import { keepBounds } from "./bounds.ts";
import { diffEvents } from "./diff-events.ts";
import { beginDraft, type Draft, finishDraft } from "./draft.ts";
import { raise, resolve } from "./lifecycle.ts";
import { matchIdentities } from "./matching/match-identities.ts";
import {
  scheduleAfterAnswer,
  scheduleAfterFailure,
  scheduleAfterRejection,
  type Timing,
  unreachableAfter,
} from "./next-check.ts";
import { evaluateFlapping, passTime } from "./pass-time.ts";
import { planNotifications } from "./plan-notifications.ts";
import { evaluateCalendars } from "./rules/calendars.ts";
import { evaluateConnections } from "./rules/connections.ts";
import { evaluateDestination } from "./rules/destination.ts";
import { evaluateSelection, settleSelections } from "./rules/selection.ts";

export type { Timing } from "./next-check.ts";

/**
 * What an observation means: the one place where it is decided. The given state is not changed.
 * @param now ms since the epoch
 */
export function evaluate(
  state: AccountState,
  observation: Observation,
  now: number,
  timing: Timing,
): { state: AccountState; changes: Changes } {
  const draft = beginDraft(state, now);
  passTime(draft);
  draft.state.firstAttemptAt ??= now;
  draft.state.lastAttemptAt = now;
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
  const notify = planNotifications(draft);
  keepBounds(draft);
  const after = finishDraft(draft);
  const { resolved, renamed } = draft;
  return {
    state: after,
    changes: { notify, events: diffEvents(state, after, resolved, renamed), renamed },
  };
}

function onAnswer(draft: Draft, answer: Answer, timing: Timing): void {
  resolve(draft, "key-rejected", ACCOUNT);
  resolve(draft, "unreachable", ACCOUNT);
  const matched = matchIdentities(draft, answer);
  evaluateConnections(draft, matched);
  evaluateCalendars(draft, matched);
  evaluateSelection(draft);
  evaluateDestination(draft, answer.destination);
  for (const connection of draft.state.connections) evaluateFlapping(draft, connection);
  settleSelections(draft, matched);
  noteAbsence(draft);
  Object.assign(draft.state, { lastGoodAt: draft.now, failures: 0, lastFailure: null, rejection: null });
  scheduleAfterAnswer(draft, timing);
}

function onKeyRejected(draft: Draft, { rejection }: RejectedObservation, timing: Timing): void {
  raise(draft, "key-rejected", ACCOUNT, "now");
  resolve(draft, "unreachable", ACCOUNT);
  Object.assign(draft.state, { lastRejectedAt: draft.now, failures: 0, lastFailure: null, rejection });
  scheduleAfterRejection(draft, timing);
}

/** Not to reach Cal.com changes nothing but, after long enough, that it can't be reached. */
function onFailure(draft: Draft, { failure, retryAfterSeconds }: FailedObservation, timing: Timing): void {
  const { state, now } = draft;
  const heard = Math.max(state.lastGoodAt ?? 0, state.lastRejectedAt ?? 0) || (state.firstAttemptAt ?? now);
  if (now - heard > unreachableAfter(timing)) raise(draft, "unreachable", ACCOUNT, "now");
  scheduleAfterFailure(draft, state.failures, retryAfterSeconds);
  state.failures += 1;
  state.lastFailure = failure;
}
