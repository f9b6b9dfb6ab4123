import { browser } from "wxt/browser";
import { within } from "../../browser/within.ts";
import { type NotificationInput, notificationText } from "../../copy/notifications/notification-text.ts";
import { problemRef } from "../../copy/problem-ref.ts";
import { BROWSER_SAYS_WITHIN_MS, createNotification } from "./create-notification.ts";
import { type NotificationAbout, notificationId, parseNotificationId } from "./notification-id.ts";

/**
 * Those that this worker has shown. The browser knows the others, but forgets one that the person has closed.
 */
const shown = new Set<string>();

interface Showing {
  /** When that check was, in ms since the epoch. */
  at: number;
  /** Whether one that tells of an error stays until it is dismissed. */
  keepErrors: boolean;
}

/**
 * Shows the notification of one check, unless it is there already: a worker can end after it has shown it and before that
 * is stored.
 * @throws what the browser says that can't show it, and when it says nothing for 5 s
 */
export async function show(told: NotificationInput, { at, keepErrors }: Showing): Promise<void> {
  const { account, notices } = told;
  const worst = notices.find(({ recovered }) => !recovered);
  const about = { accountId: account.id, at, ref: worst ? problemRef(account.id, worst) : null };
  const id = notificationId(about);
  if (shown.has(id) || (await isShown(about))) return;
  const isError = notices.some(({ level, recovered }) => level === "error" && !recovered);
  await createNotification(id, notificationText(told), keepErrors && isError);
  shown.add(id);
}

/** By account and check alone: what is left to tell of it can have become less since. */
async function isShown({ accountId, at }: NotificationAbout): Promise<boolean> {
  const present = await within(BROWSER_SAYS_WITHIN_MS, browser.notifications.getAll());
  const all = Object.keys(present).map(parseNotificationId);
  return all.some((one) => one?.accountId === accountId && one.at === at);
}
