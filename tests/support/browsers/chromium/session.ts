import type { Browser, Page } from "puppeteer-core";
import type { Emulation } from "../browser-under-test.ts";
import { poll } from "../poll.ts";

/** The page of the extension that runs none of its code: a file that is no document. */
const BLANK = "manifest.json";
const OPEN_LIMIT_MS = 20_000;

/**
 * Puts something into the first tab. An extension that opens its options page when it is installed would take an empty tab
 * for it, which is the one where the driver works.
 */
export async function occupyFirstTab(browser: Browser): Promise<void> {
  const [first] = await browser.pages();
  await first?.goto("data:text/plain,driver");
}

/** Opens the blank page of the extension in the first tab, where the driver itself works. */
export async function openWorkbench(browser: Browser, origin: string): Promise<Page> {
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  // What was just switched on has no pages for a moment.
  await poll("the blank page of the extension", async () => {
    await page.goto(`${origin}/${BLANK}`);
    return (await page.evaluate("typeof chrome.runtime?.id")) === "string";
  });
  return page;
}

/** Opens the popup; tried again while another one is closing or the window is not active yet. */
export async function openPopupPage(browser: Browser, workbench: Page, origin: string): Promise<Page> {
  const before = new Set(browser.targets());
  const findPopup = () =>
    browser.targets().find((one) => !before.has(one) && one.url().startsWith(`${origin}/popup.html`));
  // Chromium refuses while a popup is closing or no window is active, and now and then opens none.
  const target = await poll(
    "the popup",
    async () => {
      if (!findPopup()) {
        await workbench.bringToFront();
        await workbench.evaluate("chrome.action.openPopup()");
      }
      return findPopup();
    },
    OPEN_LIMIT_MS,
  );
  const page = await target.asPage();
  await poll("the popup to be drawn", () => page.evaluate(() => document.readyState === "complete"));
  return page;
}

/** Stops every worker and returns when the browser has said of each that it stopped; an event may start it again at once. */
export async function stopWorkers(workbench: Page): Promise<void> {
  const session = await workbench.createCDPSession();
  const seen = new Set<string>();
  const stopped = new Set<string>();
  session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
    for (const { versionId, runningStatus } of versions) {
      seen.add(versionId);
      if (runningStatus === "stopped") stopped.add(versionId);
    }
  });
  await session.send("ServiceWorker.enable");
  await poll("the worker to stop", async () => {
    await session.send("ServiceWorker.stopAllWorkers");
    return seen.size > 0 && stopped.size === seen.size;
  });
  await session.detach();
}

/** Applies the emulation to a page that is open. */
export async function emulateInPage(page: Page, emulation: Emulation): Promise<void> {
  const { colorScheme, offline } = emulation;
  if (colorScheme) await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: colorScheme }]);
  if (offline !== undefined) await page.setOfflineMode(offline);
}
