import { browser } from "wxt/browser";
import { report } from "../../browser/report.ts";
import { within } from "../../browser/within.ts";
import { shortAppName } from "../../copy/app-name.ts";
import { testText } from "../../copy/notifications/test-text.ts";
import type { DoneReply } from "../../messaging/replies.ts";
import { readEffectiveSettings } from "../../storage/settings.ts";
import { monitoredAccounts } from "../monitored-accounts.ts";
import { BROWSER_SAYS_WITHIN_MS, createNotification } from "./create-notification.ts";

/** It tells of no check, so `parseNotificationId` reads nothing in it. */
const TEST_ID = "test";

/**
 * Shows a notification that is only a test, also while others wait: whoever asks for it is looking. It stays on the screen
 * as one of an error would.
 * @returns `ok: false` when notifications are off, and when the browser can't show it
 */
export async function sendTest(): Promise<DoneReply> {
  const { notifications, keepErrors } = await readEffectiveSettings();
  if (!notifications) return { ok: false };
  try {
    const app = await anApp();
    // One that is still there would be changed where it stands, unseen.
    await within(BROWSER_SAYS_WITHIN_MS, browser.notifications.clear(TEST_ID));
    await createNotification(TEST_ID, testText(app), keepErrors);
    return { ok: true };
  } catch (error) {
    report("A test notification could not be shown", error);
    return { ok: false };
  }
}

/** One that the person has, if any is known. */
async function anApp(): Promise<string> {
  const connections = (await monitoredAccounts()).flatMap(({ status }) => status.state.connections);
  return shortAppName(connections[0] ?? { appName: null, integration: "google_calendar" });
}
