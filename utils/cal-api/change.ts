import { type ActionFailure, actionFailure } from "./action-failure.ts";
import { isSuccess } from "./envelope.ts";
import { type ClientOptions, type HttpExchange, nowOf, queryText, request } from "./request.ts";

export type ChangeResult = { kind: "done" } | ActionFailure;

/** A calendar as Cal.com's routes want it named. */
export interface CalendarName {
  /** `integration.type` of its connection. */
  integration: string;
  externalId: string;
  /** -1 for a connection of an organization. */
  credentialId: number;
  delegationCredentialId: string | null;
}

/**
 * `POST /v2/selected-calendars`: check this calendar for conflicts. One that is selected already is answered with 201 and no
 * `data`, which is as good.
 */
export function selectCalendar(
  apiUrl: string,
  key: string,
  calendar: CalendarName,
  options: ClientOptions = {},
): Promise<ChangeResult> {
  const { integration, externalId, credentialId, delegationCredentialId } = calendar;
  const body = {
    integration,
    externalId,
    credentialId,
    ...(delegationCredentialId && { delegationCredentialId }),
  };
  return change({ method: "POST", url: `${apiUrl}/selected-calendars`, body }, key, options);
}

/** `DELETE /v2/selected-calendars`. One that is not selected is answered with 404, which is what was wanted. */
export async function unselectCalendar(
  apiUrl: string,
  key: string,
  { integration, externalId, credentialId, delegationCredentialId }: CalendarName,
  options: ClientOptions = {},
): Promise<ChangeResult> {
  const query = new URLSearchParams({ integration, externalId, credentialId: String(credentialId) });
  if (delegationCredentialId) query.set("delegationCredentialId", delegationCredentialId);
  return change({ method: "DELETE", url: `${apiUrl}/selected-calendars?${queryText(query)}` }, key, options);
}

/** `PUT /v2/destination-calendars`: add bookings to this calendar. Reads the list first, with all that reading does. */
export function setDestination(
  apiUrl: string,
  key: string,
  { integration, externalId, delegationCredentialId }: Omit<CalendarName, "credentialId">,
  options: ClientOptions = {},
): Promise<ChangeResult> {
  const body = { integration, externalId, ...(delegationCredentialId && { delegationCredentialId }) };
  return change({ method: "PUT", url: `${apiUrl}/destination-calendars`, body }, key, options);
}

/** Connections that Cal.com's routes can remove, by `integration.type`, as they are called there. */
const REMOVABLE: ReadonlyMap<string, string> = new Map([
  ["google_calendar", "google"],
  ["office365_calendar", "office365"],
  ["apple_calendar", "apple"],
]);

/**
 * `POST /v2/calendars/{app}/disconnect`: delete a connection, with all that was selected through it and each destination that uses it.
 * One that is not there (any more) is `not-found`.
 * @param credentialId of the person's own, never one of an organization
 */
export async function disconnect(
  apiUrl: string,
  key: string,
  { integration, credentialId }: Pick<CalendarName, "integration" | "credentialId">,
  options: ClientOptions = {},
): Promise<ChangeResult> {
  const app = REMOVABLE.get(integration);
  if (app === undefined) return { kind: "not-offered" };
  const url = `${apiUrl}/calendars/${app}/disconnect`;
  return change({ method: "POST", url, body: { id: credentialId } }, key, options);
}

async function change(asked: HttpExchange, key: string, options: ClientOptions): Promise<ChangeResult> {
  const answer = await request(asked, key, options);
  if ("kind" in answer) return answer;
  const isDone = (answer.status === 200 || answer.status === 201) && isSuccess(answer.json);
  return isDone ? { kind: "done" } : actionFailure(answer, nowOf(options));
}

/** How each change is asked for, by the id of the action. */
export const CHANGE_REQUESTS = {
  "select-calendar": selectCalendar,
  "unselect-calendar": unselectCalendar,
  "set-destination": setDestination,
};
