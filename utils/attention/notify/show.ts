import { browser } from "wxt/browser";
import { notificationText, type Told } from "../../telling/notification/notification-text.ts";
import { problemRef } from "../../telling/problem-ref.ts";
import { type NotificationAbout, notificationId, parseNotificationId } from "./notification-id.ts";

/**
 * Those that this worker has shown. The browser knows the others, but forgets one that the person has closed.
 */
const shown = new Set<string>();

/**
 * Shows the notification of one check, unless it is there already: a worker can end after it has shown it and before that
 * is stored.
 * @param at when that check was, in ms since the epoch
 * @throws what the browser says that can't show it
 */
export async function show(told: Told, at: number): Promise<void> {
  const { account, notices } = told;
  const worst = notices.find(({ recovered }) => !recovered);
  const about = { accountId: account.id, at, ref: worst ? problemRef(account.id, worst) : null };
  const id = notificationId(about);
  if (shown.has(id) || (await isShown(about))) return;
  const { title, message } = notificationText(told);
  // The other types are Chrome's alone.
  const iconUrl = browser.runtime.getURL("/icon/128.png");
  await browser.notifications.create(id, { type: "basic", iconUrl, title, message });
  shown.add(id);
}

/** By account and check alone: what is left to tell of it can have become less since. */
async function isShown({ accountId, at }: NotificationAbout): Promise<boolean> {
  const all = Object.keys(await browser.notifications.getAll()).map(parseNotificationId);
  return all.some((one) => one?.accountId === accountId && one.at === at);
}
