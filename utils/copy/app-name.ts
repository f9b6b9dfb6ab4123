import { withoutLinks } from "../cal-api/foreign-text.ts";
import type { RememberedConnection } from "../core/model/account-state.ts";
import { t } from "./i18n.ts";

type Named = Pick<RememberedConnection, "appName" | "integration">;

/** Names that the type alone does not give. They are proper names, the same in every language. */
const NAMES: Record<string, string> = {
  google_calendar: "Google Calendar",
  office365_calendar: "Outlook Calendar",
  apple_calendar: "Apple Calendar",
  caldav_calendar: "CalDAV",
  "ics-feed_calendar": "ICS Feed",
  exchange_calendar: "Exchange",
  exchange2013_calendar: "Exchange 2013",
  exchange2016_calendar: "Exchange 2016",
};

/** What the calendar app of a connection is called: Cal.com's name for it, else one made from its type. */
export function appName({ appName, integration }: Named): string {
  const given = appName?.trim() || NAMES[integration];
  if (given) return given;
  // A type is any text, too.
  const words = withoutLinks(integration)
    .replace(/_calendar$/, "")
    .split(/[-_]/)
    .filter(Boolean);
  if (words.length === 0) return t("list.unnamedApp");
  return `${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ")} Calendar`;
}

/** The same where room is short and everybody knows that it is a calendar: "Google". */
export function shortAppName(named: Named): string {
  return appName(named).replace(/ Calendar$/, "");
}

/**
 * Whose account at the app a connection uses: its primary calendar's address, which is a user name with some apps.
 * Null where Cal.com does not tell.
 */
export function accountAtApp(
  connection: Pick<RememberedConnection, "calendars" | "primaryExternalId">,
): string | null {
  const { calendars, primaryExternalId } = connection;
  const own =
    calendars.find((calendar) => calendar.primary) ??
    calendars.find((calendar) => calendar.externalId === primaryExternalId);
  // A shared Google calendar has an address of its own, which says nothing about whose account it is.
  const all = [own, ...calendars].map((calendar) => calendar?.email?.trim() ?? "");
  // What has a slash in it may be the secret link of a feed.
  return all.find((email) => /^[^/]+$/.test(email) && !email.endsWith(".calendar.google.com")) ?? null;
}
