import { successData } from "./envelope.ts";
import { EVENT_TYPES_VERSION } from "./event-types-requests.ts";
import { withoutAnyLinks } from "./hidden-links.ts";
import { dateOf } from "./hints.ts";
import type { MeResult } from "./me.ts";
import type { Observation } from "./observation.ts";
import { observeCalendars, observeFailure } from "./observe.ts";
import { type EventTypesResult, observeEventTypes } from "./observe-event-types.ts";
import { type ClientOptions, nowOf, request } from "./request.ts";
import { MeSchema } from "./schemas.ts";

/**
 * `GET /v2/me`: who a key belongs to. Cheap, and without side effects on the account.
 * @param apiUrl API root without a trailing slash, e.g. `https://api.cal.com/v2`
 */
export async function fetchMe(apiUrl: string, key: string, options: ClientOptions = {}): Promise<MeResult> {
  const answer = await request({ method: "GET", url: `${apiUrl}/me` }, key, options);
  if ("kind" in answer) return answer;
  const me = MeSchema.safeParse(answer.status === 200 ? successData(answer.json) : undefined);
  if (!me.success) {
    const failure = observeFailure(answer, nowOf(options));
    return failure.kind === "failure" ? { ...failure, isJson: answer.json !== undefined } : failure;
  }
  const { id, username, email, name } = me.data;
  const shown = (text: string | null | undefined) => (text == null ? null : withoutAnyLinks(text));
  return { kind: "me", me: { id, username: shown(username), email: shown(email), name: shown(name) } };
}

/**
 * `GET /v2/calendars`: every connection with its calendars, and the destination. Reading can make Cal.com rewrite the
 * destination, and costs it a call to every provider: ask seldom.
 */
export async function fetchCalendars(
  apiUrl: string,
  key: string,
  options: ClientOptions = {},
): Promise<Observation> {
  const answer = await request({ method: "GET", url: `${apiUrl}/calendars` }, key, options);
  if ("kind" in answer) return answer;
  const observation = observeCalendars(answer, nowOf(options));
  const date = dateOf(answer.headers);
  // What failed may not have been Cal.com's answer.
  return observation.kind === "failure" || date === undefined ? observation : { ...observation, date };
}

/** `GET /v2/event-types`: all that the key's owner owns, hidden ones too. Asks no calendar app, and has no side effects. */
export async function fetchEventTypes(
  apiUrl: string,
  key: string,
  options: ClientOptions = {},
): Promise<EventTypesResult> {
  const asked = { method: "GET", url: `${apiUrl}/event-types`, version: EVENT_TYPES_VERSION } as const;
  return observeEventTypes(await request(asked, key, options), nowOf(options));
}
