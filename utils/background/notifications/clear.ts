import { browser } from "wxt/browser";
import { report } from "../../browser/report.ts";
import { within } from "../../browser/within.ts";
import { BROWSER_SAYS_WITHIN_MS } from "./create-notification.ts";
import { parseNotificationId } from "./notification-id.ts";

/** Takes all notifications of an account off the screen. Never throws: nothing else is to wait for that. */
export async function clearNotifications(accountId: string): Promise<void> {
  try {
    const ids = Object.keys(await within(BROWSER_SAYS_WITHIN_MS, browser.notifications.getAll()));
    const own = ids.filter((id) => parseNotificationId(id)?.accountId === accountId);
    await within(BROWSER_SAYS_WITHIN_MS, Promise.all(own.map((id) => browser.notifications.clear(id))));
  } catch (error) {
    report("Notifications could not be cleared", error);
  }
}
