import { browser } from "wxt/browser";
import { within } from "../../browser/within.ts";
import { type NotificationInput, notificationText } from "../../copy/notifications/notification-text.ts";
import { problemRef } from "../../copy/problem-ref.ts";
import { SECOND } from "../../core/time.ts";
import { type NotificationAbout, notificationId, parseNotificationId } from "./notification-id.ts";

/** How long the browser may take to say anything about notifications. */
export const BROWSER_SAYS_WITHIN_MS = 5 * SECOND;

/**
 * Those that this worker has shown. The browser knows the others, but forgets one that the person has closed.
 */
const shown = new Set<string>();

/**
 * Shows the notification of one check, unless it is there already: a worker can end after it has shown it and before that
 * is stored.
 * @param at when that check was, in ms since the epoch
 * @throws what the browser says that can't show it, and when it says nothing for 5 s
 */
export async function show(told: NotificationInput, at: number): Promise<void> {
  const { account, notices } = told;
  const worst = notices.find(({ recovered }) => !recovered);
  const about = { accountId: account.id, at, ref: worst ? problemRef(account.id, worst) : null };
  const id = notificationId(about);
  if (shown.has(id) || (await isShown(about))) return;
  const { title, message } = notificationText(told);
  // The other types are Chrome's alone.
  const iconUrl = browser.runtime.getURL("/icon/128.png");
  const options = { type: "basic", iconUrl, title, message } as const;
  await within(BROWSER_SAYS_WITHIN_MS, browser.notifications.create(id, options));
  shown.add(id);
}

/** By account and check alone: what is left to tell of it can have become less since. */
async function isShown({ accountId, at }: NotificationAbout): Promise<boolean> {
  const present = await within(BROWSER_SAYS_WITHIN_MS, browser.notifications.getAll());
  const all = Object.keys(present).map(parseNotificationId);
  return all.some((one) => one?.accountId === accountId && one.at === at);
}
