/** Bodies of `GET /v2/calendars` as Cal.com writes them, without the app's descriptions. */

export const DANA = "dana@example.com";
export const HOLIDAYS = "en.usa#holiday@group.v.calendar.google.com";
export const OFFICE = "AAMkAGQ1ZmFkLWVu0AAA=";
export const ORGANISATION = "6b2f4f0e-6f1d-4f0b-9c35-1d5f6d8f5a10";

export const GENERIC = "Could not get connected calendars";
export const REVOKED = "Access token expired or revoked";

export type Json = Record<string, unknown>;

/** A calendar that is selected and writable unless told otherwise. */
export function calendar(externalId: string, flags: Json = {}): Json {
  return { externalId, name: externalId, primary: null, readOnly: false, isSelected: true, ...flags };
}

export const primary = (externalId: string, flags: Json = {}) =>
  calendar(externalId, { primary: true, ...flags });

export const unselected = (externalId: string, flags: Json = {}) =>
  calendar(externalId, { isSelected: false, ...flags });

/** A healthy connection. */
export function connection(type: string, credentialId: number, calendars: readonly unknown[]): Json {
  return {
    integration: { type, title: type, slug: type.replace("_", "-") },
    credentialId,
    delegationCredentialId: null,
    primary: calendars[0],
    calendars,
  };
}

export const google = (credentialId: number, ...calendars: readonly unknown[]) =>
  connection("google_calendar", credentialId, calendars.length > 0 ? calendars : [primary(DANA)]);

export const outlook = (credentialId: number, ...calendars: readonly unknown[]) =>
  connection("office365_calendar", credentialId, calendars.length > 0 ? calendars : [primary(OFFICE)]);

export const feed = (credentialId: number, url: string) =>
  connection("ics-feed_calendar", credentialId, [calendar(url, { readOnly: true })]);

/** The same as a credential of an organisation. */
export const delegated = (of: Json, delegationCredentialId = ORGANISATION): Json => ({
  ...of,
  credentialId: -1,
  delegationCredentialId,
});

/** The same connection when it is broken: Cal.com leaves out its calendars. */
export function broken(of: Json, message: unknown = GENERIC): Json {
  const { integration, credentialId, delegationCredentialId } = of;
  return { integration, credentialId, delegationCredentialId, error: { message } };
}

/** Without some of its keys. */
export function without(of: Json, ...keys: readonly string[]): Json {
  return Object.fromEntries(Object.entries(of).filter(([key]) => !keys.includes(key)));
}

/** What Cal.com's row of a destination says. */
export const destination = (externalId: string, integration = "google_calendar", row: Json = {}): Json => ({
  integration,
  externalId,
  credentialId: null,
  delegationCredentialId: null,
  ...row,
});

export const BLANK: Json = { integration: "", externalId: "", credentialId: 135 };

/** A good answer. */
export const answerOf = (
  connectedCalendars: readonly unknown[],
  destinationCalendar: unknown = {},
): Json => ({
  status: "success",
  data: { connectedCalendars, destinationCalendar },
});

/** A good answer in which bookings are added to Dana's Google calendar. */
export const danas = (...connectedCalendars: readonly unknown[]): Json =>
  answerOf(connectedCalendars, destination(DANA));

export const rejection = (message = "ApiAuthStrategy - api key - Your api key is not valid"): Json => ({
  status: "error",
  error: { code: "UnauthorizedException", message },
});
