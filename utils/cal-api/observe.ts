import { readConnection } from "./connection.ts";
import { readDestination } from "./destination.ts";
import { calendarsData, isErrorEnvelope, rejectionOf, saidInEnvelope } from "./envelope.ts";
import { type HeaderMap, retryAfterSeconds } from "./hints.ts";
import type { FailedObservation, Failure, Observation, RejectedObservation } from "./observation.ts";

/** An HTTP answer, as far as its meaning goes. */
export interface HttpAnswer {
  status: number;
  headers: HeaderMap;
  /** The parsed body; undefined when it was no JSON. */
  json: unknown;
}

/** Statuses that Cal.com answers when it is the key or token that it does not like; 498 is an expired token. */
const KEY_STATUSES = new Set([401, 403, 498]);
/** Those that a browser would follow. It shows none of them: `request` sees them where there is no browser, e.g. in a recording. */
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * What an answer to `GET /v2/calendars` means. Problems of a calendar provider never change this route's status, so a 401
 * in Cal.com's envelope is about the key, and a 5xx about Cal.com.
 * @param now ms since the epoch
 */
export function observeCalendars(answer: HttpAnswer, now: number): Observation {
  const data = answer.status === 200 ? calendarsData(answer.json) : undefined;
  if (data === undefined) return observeFailure(answer, now);
  return {
    kind: "answer",
    answer: {
      connections: data.connectedCalendars.map(readConnection),
      destination: readDestination(data.destinationCalendar),
      eventTypes: null,
    },
  };
}

/** What any answer means that is not the good one. */
export function observeFailure(answer: HttpAnswer, now: number): RejectedObservation | FailedObservation {
  const { status, headers, json } = answer;
  if (KEY_STATUSES.has(status) && isErrorEnvelope(json)) {
    return { kind: "key-rejected", status, rejection: rejectionOf(status, json) };
  }
  return {
    kind: "failure",
    failure: failureOf(status, json),
    retryAfterSeconds: retryAfterSeconds(status, headers, now),
  };
}

/** A failure before there was any answer. */
export function failed(failure: Failure): FailedObservation {
  return { kind: "failure", failure, retryAfterSeconds: null };
}

function failureOf(status: number, json: unknown): Failure {
  if (status === 429) return { reason: "rate-limited" };
  if (REDIRECTS.has(status)) return { reason: "redirected" };
  if (isErrorEnvelope(json)) return { reason: "cal-error", status, message: saidInEnvelope(json) };
  return status >= 500 ? { reason: "server-failed", status } : { reason: "not-cal-api", status };
}
