import * as z from "zod/mini";
import { type ActionFailure, actionFailure } from "./action-failure.ts";
import type { CalendarName } from "./change.ts";
import { errorMessage, isErrorEnvelope, successData } from "./envelope.ts";
import type { HttpAnswer } from "./observe.ts";
import { type ClientOptions, nowOf, queryText, request } from "./request.ts";

/** How many busy times Cal.com sees in one calendar. What they are is not looked at. */
export type BusyResult =
  | { kind: "busy"; count: number }
  /** Cal.com can't read this calendar. */
  | { kind: "unreadable" }
  /** Not the key, but the calendar's connection is not one that Cal.com lets this account ask about. */
  | { kind: "not-yours" }
  /** A 401 in words that are not known: about the key, or about the calendar's connection. */
  | { kind: "unclear" }
  | ActionFailure;

const BusyTimes = z.array(z.looseObject({ start: z.string(), end: z.string() }));

/** Cal.com's words about the key itself, and about the calendar's connection. */
const ABOUT_THE_KEY = /^(ApiAuthStrategy|CustomThrottlerGuard|PermissionsGuard) - |access token/i;
const ABOUT_THE_CONNECTION = /do not belong/i;
const ABOUT_THE_PROVIDER = /unable to fetch connected calendars/i;

const DAY_MS = 24 * 60 * 60_000;

/**
 * `GET /v2/calendars/busy-times` for one calendar, from now on. Leaves the destination alone, unlike reading the list.
 * @param days how many
 */
export async function fetchBusyTimes(
  apiUrl: string,
  key: string,
  { credentialId, externalId }: Pick<CalendarName, "credentialId" | "externalId">,
  days: number,
  options: ClientOptions = {},
): Promise<BusyResult> {
  const from = nowOf(options);
  const to = from + days * DAY_MS;
  const query = new URLSearchParams({
    dateFrom: dateOf(from),
    // A day more: it may be read as the very beginning of that day.
    dateTo: dateOf(to + DAY_MS),
    timeZone: "UTC",
    "calendarsToLoad[0][credentialId]": String(credentialId),
    "calendarsToLoad[0][externalId]": externalId,
  });
  const url = `${apiUrl}/calendars/busy-times?${queryText(query)}`;
  const answer = await request({ method: "GET", url }, key, options);
  if ("kind" in answer) return answer;
  const times = BusyTimes.safeParse(answer.status === 200 ? successData(answer.json) : undefined);
  if (!times.success) return failureOf(answer, nowOf(options));
  // The server widens the window by half a day on either side.
  const within = times.data.filter(({ start, end }) => Date.parse(end) > from && Date.parse(start) < to);
  return { kind: "busy", count: within.length };
}

function failureOf(answer: HttpAnswer, now: number): BusyResult {
  const { status, json } = answer;
  const message = errorMessage(json);
  if (status === 401 && isErrorEnvelope(json) && !ABOUT_THE_KEY.test(message)) {
    return { kind: ABOUT_THE_CONNECTION.test(message) ? "not-yours" : "unclear" };
  }
  if (status === 500 && ABOUT_THE_PROVIDER.test(message)) return { kind: "unreadable" };
  return actionFailure(answer, now);
}

function dateOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
