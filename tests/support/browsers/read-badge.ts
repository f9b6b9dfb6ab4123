import type { Browser } from "webextension-polyfill";
import type { Badge } from "./browser-under-test.ts";

/** Runs in a page of the extension: badge and tooltip as the browser itself holds them. */
export async function readBadge(browser: Browser): Promise<Badge> {
  const [text, color, title] = await Promise.all([
    browser.action.getBadgeText({}),
    browser.action.getBadgeBackgroundColor({}),
    browser.action.getTitle({}),
  ]);
  return { text, color: color as Badge["color"], title };
}
