/** A calendar that is subscribed to by its link: its id is that link, which is often a secret. */
export function isFeed(integration: string | null): boolean {
  return integration === "ics-feed_calendar";
}
