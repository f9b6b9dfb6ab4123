import { NOTHING_LEFT, withoutLinks } from "../cal-api/foreign-text.ts";
import { isFeed } from "../core/calendars/feed.ts";
import { t } from "./i18n.ts";

interface Named {
  integration: string | null;
  name: string | null;
  externalId: string;
}

/**
 * What a calendar is called on the screen. An address is never shown whole, because that of a feed is often a secret:
 * only its host is.
 */
export function calendarName(calendar: Named): string {
  const name = withoutLinks(calendar.name ?? "").trim() || readableId(calendar);
  return name === NOTHING_LEFT ? t("list.unnamed") : name;
}

/** Google's ids of one's own calendars are mail addresses that people know, and a feed's has its host; others say nothing to them. */
function readableId({ integration, externalId }: Named): string {
  const shown = withoutLinks(externalId);
  const isReadable = isFeed(integration)
    ? shown !== externalId
    : shown === externalId && /^[^\s@/]+@[^\s@/]+$/.test(shown) && !shown.endsWith(".calendar.google.com");
  return isReadable ? shown : NOTHING_LEFT;
}
