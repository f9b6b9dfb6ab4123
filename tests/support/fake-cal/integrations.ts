import type { OlderServer } from "./server-state.ts";
import type { Connection, ProviderCalendar } from "./world.ts";

/** How the ids of Google's own calendars of holidays and of contacts' birthdays end. */
const SYSTEM_CALENDARS = ["#holiday@group.v.calendar.google.com", "#contacts@group.v.calendar.google.com"];

/** A calendar as an integration hands it to Cal.com's list function. Which keys exist depends on the integration. */
export interface IntegrationCalendar {
  externalId: string;
  integration?: string;
  integrationName?: string;
  name: string | null;
  primary?: boolean;
  readOnly?: boolean;
  email?: string;
}

/** The calendars one integration reports, with the keys it fills and none that it does not. */
export function reportedCalendars(connection: Connection, older: OlderServer): IntegrationCalendar[] {
  return listedCalendars(connection, older).map((calendar) => reported(connection, calendar, older));
}

/**
 * Zoho, Lark and Feishu list only what the account may write; Zoho lists everything when that leaves nothing. Of Google
 * Cal.com leaves out the calendars that no account owns.
 */
function listedCalendars(connection: Connection, older: OlderServer): ProviderCalendar[] {
  const present = connection.calendars.filter((calendar) => !calendar.dropped);
  const writable = present.filter((calendar) => calendar.writable);
  switch (connection.type) {
    case "google_calendar":
      return older.listsSystemCalendars ? present : present.filter((calendar) => !isSystemCalendar(calendar));
    case "zoho_calendar":
      return writable.length > 0 ? writable : present;
    case "lark_calendar":
    case "feishu_calendar":
      return writable;
    default:
      return present;
  }
}

function isSystemCalendar({ externalId }: ProviderCalendar): boolean {
  return SYSTEM_CALENDARS.some((ending) => externalId.endsWith(ending));
}

function reported(
  connection: Connection,
  calendar: ProviderCalendar,
  older: OlderServer,
): IntegrationCalendar {
  const { externalId, primary } = calendar;
  const integration = connection.type;
  switch (integration) {
    case "google_calendar":
      return {
        externalId,
        integration,
        name: calendar.name ?? "No name",
        primary,
        email: externalId,
        readOnly: !calendar.writable,
      };
    case "office365_calendar":
      return {
        externalId,
        integration,
        name: calendar.name ?? "No calendar name",
        primary,
        email: connection.accountEmail,
        readOnly: !calendar.writable,
      };
    case "ics-feed_calendar":
      return {
        name: calendar.name,
        externalId,
        ...(older.namesIcsIntegration ? { integrationName: integration } : { integration }),
        readOnly: true,
      };
    case "zoho_calendar":
      return { externalId, integration, name: calendar.name ?? "", primary, email: connection.accountEmail };
    case "lark_calendar":
    case "feishu_calendar":
      return { externalId, integration, name: calendar.name ?? "", primary, email: externalId };
    case "exchange_calendar":
    case "exchange2013_calendar":
    case "exchange2016_calendar":
      return { externalId, integration, name: calendar.name ?? "", primary };
    default:
      // Apple and CalDAV: nothing is flagged as primary or read-only, and every calendar carries the login.
      return { externalId, integration, name: calendar.name ?? "", email: connection.accountEmail };
  }
}
