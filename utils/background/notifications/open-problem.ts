import { browser } from "wxt/browser";
import { openInTab } from "../../browser/open-in-tab.ts";
import { parseNotificationId } from "./notification-id.ts";

/**
 * Opens the popup's view of the problem that a notification tells of, and takes the notification away. One that is only a
 * test tells of none.
 *
 * WHY [tab]: a popup can't be relied on here. To Firefox a click on a notification is no input of the person, so that
 * `openPopup` needs one, and both browsers refuse it when none of their windows is in front, which is when people see
 * notifications. (docs/decisions/0018-notification-click-opens-a-tab.md)
 * @param id the notification's name
 */
export async function openProblem(id: string): Promise<void> {
  const about = parseNotificationId(id);
  await browser.notifications.clear(id).catch(() => {});
  if (!about) return;
  await openInTab("popup.html", about.ref === null ? "" : `#problem=${about.ref}`);
}
