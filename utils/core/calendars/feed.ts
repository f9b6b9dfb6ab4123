import type { RememberedCalendar, RememberedConnection } from "../model/account-state.ts";

/** A calendar that is subscribed to by its link: its id is that link, which is often a secret. */
export function isFeed(integration: string | null): boolean {
  return integration === "ics-feed_calendar";
}

/** Whether a feed blocks slots though it is not selected: Cal.com takes all feeds of a connection as soon as one of them is. */
export function isCheckedAlong(
  { integration, calendars }: Pick<RememberedConnection, "integration" | "calendars">,
  { isSelected }: Pick<RememberedCalendar, "isSelected">,
): boolean {
  return isFeed(integration) && !isSelected && calendars.some((one) => one.isSelected);
}
