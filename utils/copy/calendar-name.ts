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
function readableId({ integration, externalId: id }: Named): string {
  if (isFeed(integration)) return hostOf(id);
  const isMail = /^[^\s@/]+@[^\s@/]+$/.test(id) && withoutLinks(id) === id;
  return isMail && !id.endsWith(".calendar.google.com") ? id : NOTHING_LEFT;
}

/** An id is one address and no text: whatever is in it, only a host that a browser reads there may be shown. */
function hostOf(id: string): string {
  const address = id.trim().replace(/^(https?|webcals?|feed):\/\//i, "https://");
  return /^https:/.test(address) && URL.canParse(address) ? new URL(address).hostname : NOTHING_LEFT;
}
