import * as z from "zod/mini";
import { actionFailure, type EventTypeChangeResult } from "./action-failure.ts";
import { isSuccess, successData } from "./envelope.ts";
import type { HttpAnswer } from "./observe.ts";
import { type ClientOptions, nowOf, request } from "./request.ts";

/** In any other the routes of event types have another shape, or are not there. */
export const EVENT_TYPES_VERSION = "2024-06-14";

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
      version: EVENT_TYPES_VERSION,
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
