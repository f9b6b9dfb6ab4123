import type { RememberedConnection } from "../model/account-state.ts";

/** A calendar that is subscribed to by its link: its id is that link, which is often a secret. */
export function isFeed(integration: string | null): boolean {
  return integration === "ics-feed_calendar";
}

/** Whether all feeds of a connection block slots: Cal.com takes them all as soon as one of them is selected. */
export function checksAllFeeds({
  integration,
  calendars,
}: Pick<RememberedConnection, "integration" | "calendars">): boolean {
  return isFeed(integration) && calendars.some(({ isSelected }) => isSelected);
}
