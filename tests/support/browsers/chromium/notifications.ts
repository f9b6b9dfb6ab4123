import type { Browser, Page } from "puppeteer-core";
import type { ShownNotification } from "../browser-under-test.ts";
import { fireInWorker } from "./worker-event.ts";

const READ = "chrome.notifications.getAll().then((all) => Object.keys(all))";

/** What the browser shows now. It tells names only. */
export async function readNotifications(workbench: Page): Promise<ShownNotification[]> {
  const ids = (await workbench.evaluate(READ)) as string[];
  return ids.map((id) => ({ id, title: null, message: null }));
}

export function clickNotification(browser: Browser, workbench: Page, id: string): Promise<void> {
  return fireInWorker(browser, workbench, "notifications.onClicked", id);
}
