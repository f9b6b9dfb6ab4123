import { browser } from "wxt/browser";
import { within } from "../../browser/within.ts";
import type { NotificationText } from "../../copy/notifications/notification-text.ts";
import { SECOND } from "../../core/time.ts";

/** How long the browser may take to say anything about notifications. */
export const BROWSER_SAYS_WITHIN_MS = 5 * SECOND;

/**
 * Asks the browser to show a notification.
 * @param stays whether it is to stay until the person dismisses it, where the browser can do that
 * @throws what the browser says that can't show it, and when it says nothing for 5 s
 */
export async function createNotification(
  id: string,
  { title, message }: NotificationText,
  stays: boolean,
): Promise<void> {
  const iconUrl = browser.runtime.getURL("/icon/128.png");
  // The other types are Chrome's alone.
  const options = { type: "basic", iconUrl, title, message } as const;
  // WHY [Firefox]: it knows no other options and shows nothing at all when it is given one.
  const asked = stays && !import.meta.env.FIREFOX ? { ...options, requireInteraction: true } : options;
  await within(BROWSER_SAYS_WITHIN_MS, browser.notifications.create(id, asked));
}
