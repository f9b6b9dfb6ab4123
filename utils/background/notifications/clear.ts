import { browser } from "wxt/browser";
import { report } from "../../browser/report.ts";
import { within } from "../../browser/within.ts";
import { problemRef } from "../../copy/problem-ref.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import { BROWSER_SAYS_WITHIN_MS } from "./create-notification.ts";
import { type NotificationAbout, parseNotificationId } from "./notification-id.ts";

/** Takes all notifications of an account off the screen. Never throws: nothing else is to wait for that. */
export function clearNotifications(accountId: string): Promise<void> {
  return clear((about) => about.accountId === accountId);
}

/**
 * Takes those off the screen that stay though what they tell is over, once no error is left: they would go on saying that it is broken,
 * whether or not its end was told. Never throws.
 */
export async function clearEnded(accountId: string, { findings }: AccountState): Promise<void> {
  const standing = findings.filter(
    ({ confirmed, acknowledged, endedCounted }) => confirmed && !acknowledged && endedCounted === null,
  );
  if (standing.some(({ level }) => level === "error")) return;
  const refs = new Set(standing.map((finding) => problemRef(accountId, finding)));
  await clear((about) => about.accountId === accountId && about.ref !== null && !refs.has(about.ref));
}

async function clear(isMeant: (about: NotificationAbout) => boolean): Promise<void> {
  try {
    const ids = Object.keys(await within(BROWSER_SAYS_WITHIN_MS, browser.notifications.getAll()));
    const own = ids.filter((id) => {
      const about = parseNotificationId(id);
      return about !== null && isMeant(about);
    });
    await within(BROWSER_SAYS_WITHIN_MS, Promise.all(own.map((id) => browser.notifications.clear(id))));
  } catch (error) {
    report("Notifications could not be cleared", error);
  }
}
