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
  const name = withoutLinks(calendar.name ?? "").trim();
  if (name !== "" && name !== NOTHING_LEFT) return name;
  if (name !== "") return t("list.unnamed");
  if (isFeed(calendar.integration)) return hostOf(calendar.externalId) ?? t("list.unnamed");
  return mailIn(calendar.externalId) ?? t("list.unnamed");
}

const ADDRESS = /^(https?|webcals?|feed):\/\//i;

function hostOf(text: string): string | null {
  if (!ADDRESS.test(text)) return null;
  const http = text.replace(ADDRESS, "https://");
  return URL.canParse(http) ? new URL(http).hostname : t("list.unnamed");
}

/** Google's ids of one's own calendars are mail addresses that people know; other ids say nothing to them. */
function mailIn(id: string): string | null {
  return /^[^\s@/]+@[^\s@/]+$/.test(id) && !id.endsWith(".calendar.google.com") ? id : null;
}
