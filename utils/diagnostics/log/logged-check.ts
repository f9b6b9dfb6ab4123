import { type Failure, type Observation, REJECTIONS, type Rejection } from "../../cal-api/observation.ts";
import type { LoggedAnswer, LoggedCheck, LoggedEventTypes } from "../../core/model/checks-log.ts";
import { redacted } from "../redact.ts";
import { answerOf, loggedAnswer } from "./logged-answer.ts";
import { answeredEventTypesOf, loggedEventTypes } from "./logged-event-types.ts";

/** What one request led to, and how long it took. */
export interface CompletedCheck {
  /** When the answer was judged, in ms since the epoch. */
  at: number;
  /** How long the request took. */
  ms: number;
  observation: Observation;
}

/** In seconds; no wait is as long as that. */
const LONGEST_WAIT = 86_400;

export function loggedCheck({ at, ms, observation }: CompletedCheck): LoggedCheck {
  const entry = { at, ms: Math.max(0, Math.round(ms)) };
  switch (observation.kind) {
    case "answer":
      return {
        ...entry,
        outcome: "answer",
        answer: loggedAnswer(observation.answer),
        ...(observation.answer.eventTypes && {
          eventTypes: loggedEventTypes(observation.answer.eventTypes),
        }),
      };
    case "key-rejected":
      return { ...entry, outcome: observation.rejection, status: observation.status };
    case "failure": {
      const { failure, retryAfterSeconds } = observation;
      return {
        ...entry,
        outcome: failure.reason,
        ...("status" in failure && { status: failure.status }),
        ...("message" in failure && { message: redacted(failure.message) }),
        ...(retryAfterSeconds !== null && { wait: Math.min(retryAfterSeconds, LONGEST_WAIT) }),
      };
    }
  }
}

export function isRejection(outcome: LoggedCheck["outcome"]): outcome is Rejection {
  return (REJECTIONS as readonly LoggedCheck["outcome"][]).includes(outcome);
}

/**
 * What a logged check observed.
 * @param answer the answer of the last good check up to this one
 * @param eventTypes what it read of event types; null when it did not
 */
export function observationOf(
  { outcome, status = 0, wait, message = "error" }: LoggedCheck,
  answer: LoggedAnswer | null,
  eventTypes: LoggedEventTypes | null,
): Observation {
  if (outcome === "answer") {
    return observedAnswer(answer ?? { connections: [], destination: null }, eventTypes);
  }
  if (isRejection(outcome)) return { kind: "key-rejected", status, rejection: outcome };
  return {
    kind: "failure",
    failure: failureOf(outcome, status, message),
    retryAfterSeconds: wait ?? null,
  };
}

/** A good answer, under the ids of the log. */
export function observedAnswer(answer: LoggedAnswer, eventTypes: LoggedEventTypes | null): Observation {
  const read = eventTypes && answeredEventTypesOf(eventTypes);
  return { kind: "answer", answer: { ...answerOf(answer), eventTypes: read } };
}

function failureOf(reason: Failure["reason"], status: number, message: string): Failure {
  switch (reason) {
    case "cal-error":
      return { reason, status, message };
    case "server-failed":
    case "not-cal-api":
      return { reason, status };
    default:
      return { reason };
  }
}
