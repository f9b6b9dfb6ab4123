import { errorMessage, isErrorEnvelope } from "./envelope.ts";
import { readEventTypes } from "./event-types.ts";
import { retryAfterSeconds } from "./hints.ts";
import type { AnsweredEventTypes, EventTypesProblem, FailedObservation } from "./observation.ts";
import type { HttpAnswer } from "./observe.ts";

/** What asking for the event types came to. */
export type EventTypesResult =
  | { kind: "event-types"; answer: AnsweredEventTypes }
  /** `retryAfterSeconds`: how long Cal.com wants to be left alone; null when it says nothing about that. */
  | { kind: "problem"; problem: EventTypesProblem; retryAfterSeconds: number | null };

/**
 * What an answer to `GET /v2/event-types` means, or that there was none. Whatever is wrong with it is about this route alone: the list
 * of calendars says what is the matter with key and server.
 * @param now ms since the epoch
 */
export function observeEventTypes(answer: HttpAnswer | FailedObservation, now: number): EventTypesResult {
  if ("kind" in answer) return problem(answer.failure.reason === "too-large" ? "unreadable" : "failed");
  if (answer.status !== 200) {
    return problem(problemOf(answer), retryAfterSeconds(answer.status, answer.headers, now));
  }
  const read = readEventTypes(answer.json);
  return read ? { kind: "event-types", answer: read } : problem("unreadable");
}

function problem(problem: EventTypesProblem, retryAfterSeconds: number | null = null): EventTypesResult {
  return { kind: "problem", problem, retryAfterSeconds };
}

function problemOf({ status, json }: HttpAnswer): EventTypesProblem {
  const isEnvelope = isErrorEnvelope(json);
  // The same key was good for the list of calendars, so it is only this that it may not ask for.
  if (status === 403 && isEnvelope) return "outOfScope";
  if (status === 404 && (!isEnvelope || /^Cannot GET /.test(errorMessage(json)))) return "notOffered";
  return "failed";
}
