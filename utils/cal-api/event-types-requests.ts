import * as z from "zod/mini";
import { type ActionFailure, actionFailure } from "./action-failure.ts";
import { errorMessage, isErrorEnvelope, isSuccess, successData } from "./envelope.ts";
import { readEventTypes } from "./event-types.ts";
import { retryAfterSeconds } from "./hints.ts";
import type { AnsweredEventTypes, EventTypesProblem } from "./observation.ts";
import type { HttpAnswer } from "./observe.ts";
import { type ClientOptions, nowOf, request } from "./request.ts";

/** In any other these routes have another shape, or are not there. */
const VERSION = "2024-06-14";

/** What asking for the event types came to. */
export type EventTypesResult =
  | { kind: "event-types"; answer: AnsweredEventTypes }
  /** `retryAfterSeconds`: how long Cal.com wants to be left alone; null when it says nothing about that. */
  | { kind: "problem"; problem: EventTypesProblem; retryAfterSeconds: number | null };

/**
 * `GET /v2/event-types`: all that the key's owner owns, hidden ones too. Asks no calendar app, and has no side effects. Whatever
 * goes wrong is about this route alone: the list of calendars says what is the matter with key and server.
 */
export async function fetchEventTypes(
  apiUrl: string,
  key: string,
  options: ClientOptions = {},
): Promise<EventTypesResult> {
  const asked = { method: "GET", url: `${apiUrl}/event-types`, version: VERSION } as const;
  const answer = await request(asked, key, options);
  if ("kind" in answer) return problem(answer.failure.reason === "too-large" ? "unreadable" : "failed");
  if (answer.status !== 200) {
    return problem(problemOf(answer), retryAfterSeconds(answer.status, answer.headers, nowOf(options)));
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

/** What became of giving an event type a calendar of its own. */
export type EventTypeChangeResult =
  | { kind: "done" }
  /** Cal.com answered that it is done, and with another calendar. */
  | { kind: "not-shown" }
  /** No connection lists that calendar, or none that works. */
  | { kind: "calendar-gone" }
  | { kind: "calendar-read-only" }
  /** In it `not-found` is about the event type. */
  | ActionFailure;

const Changed = z.looseObject({
  destinationCalendar: z.looseObject({ integration: z.string(), externalId: z.string() }),
});

/**
 * `PATCH /v2/event-types/{id}`: add bookings of this event type to this calendar, of whatever app. Reads the list of calendars
 * first, with all that reading does.
 * @param id Cal.com's, of an event type of the key's owner
 */
export async function restoreEventType(
  apiUrl: string,
  key: string,
  id: number,
  { integration, externalId }: { integration: string; externalId: string },
  options: ClientOptions = {},
): Promise<EventTypeChangeResult> {
  const answer = await request(
    {
      method: "PATCH",
      url: `${apiUrl}/event-types/${id}`,
      version: VERSION,
      body: { destinationCalendar: { integration, externalId } },
    },
    key,
    options,
  );
  if ("kind" in answer) return answer;
  if (answer.status !== 200 || !isSuccess(answer.json)) return refusalOf(answer, nowOf(options));
  const shown = Changed.safeParse(successData(answer.json)).data?.destinationCalendar;
  // Without it there is nothing to compare: the list of event types will tell.
  const isShown = !shown || (shown.integration === integration && shown.externalId === externalId);
  return { kind: isShown ? "done" : "not-shown" };
}

function refusalOf(answer: HttpAnswer, now: number): EventTypeChangeResult {
  const failure = actionFailure(answer, now);
  if (failure.kind !== "refused") return failure;
  if (/Calendar does not exist$/i.test(failure.message)) return { kind: "calendar-gone" };
  if (/does not have write permission$/i.test(failure.message)) return { kind: "calendar-read-only" };
  return failure;
}
