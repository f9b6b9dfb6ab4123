import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { readManifest } from "../../tests/support/browsers/build.ts";
import { firefoxPreferences } from "../../tests/support/browsers/firefox/preferences.ts";
import { EXTENSION_HOST } from "../../tests/support/browsers/firefox/privileged.ts";
import { startFirefox } from "../../tests/support/browsers/firefox/process.ts";
import {
  callIn,
  installExtension,
  navigate,
  openBrowserWindow,
} from "../../tests/support/browsers/firefox/session.ts";
import { startLocalProxy } from "../../tests/support/browsers/network/local-proxy.ts";
import { poll } from "../../tests/support/browsers/poll.ts";
import type { Measured } from "./measured.ts";
import type { Situation } from "./situations.ts";
import { folderOf, recordsOf } from "./subjects.ts";

/** What the worker would have written together with the records. */
const FIRST_SCREEN = `async () => {
  await browser.runtime.sendMessage({ type: "popup-opened" });
  return (await browser.storage.local.get("screen")).screen !== undefined;
}`;

/** The empty popup is measured in Chromium alone: nothing of it differs with the situation. */
const PAIR = ["ours", "floor"] as const;
type Workbenches = Readonly<Record<(typeof PAIR)[number], Page>>;

/** Opens ours and the floor by turns, as tabs. Firefox tells when it first painted something, and no more. */
export async function measureInFirefox(
  situations: readonly Situation[],
  pairs: number,
  tell: (measured: Measured) => void,
): Promise<string> {
  const profileDir = await mkdtemp(join(tmpdir(), "calendar-status-bench-"));
  const proxy = await startLocalProxy({});
  const preferences = firefoxPreferences({ browser: "firefox" }, proxy.port);
  const { browser, quit } = await startFirefox(
    { profileDir, preferences, headless: true, homeDir: undefined },
    () => {},
  );
  try {
    const workbenches = await install(browser);
    for (const situation of situations) {
      const readings: Record<keyof Workbenches, { paint: number }[]> = { ours: [], floor: [] };
      for (const subject of PAIR) {
        await store(workbenches[subject], recordsOf(subject, situation, Date.now()));
        if (subject === "ours") await poll("the first screen", () => callIn(workbenches.ours, FIRST_SCREEN));
        await open(browser, workbenches[subject]);
      }
      for (let pair = 0; pair < pairs; pair++) {
        for (const subject of pair % 2 === 0 ? PAIR : PAIR.toReversed())
          readings[subject].push({ paint: await open(browser, workbenches[subject]) });
      }
      tell({
        browser: "firefox",
        how: "tab",
        situation: situation.name,
        readings: { ...readings, empty: [] },
      });
    }
    return await browser.version();
  } finally {
    await quit();
    await proxy.close();
    await rm(profileDir, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function install(browser: Browser): Promise<Workbenches> {
  const browserWindow = await openBrowserWindow(browser);
  const pages: Partial<Record<keyof Workbenches, Page>> = {};
  for (const subject of PAIR) {
    // An extension that opens its options page when it is installed would take an empty tab for it.
    const page = await browser.newPage();
    await page.goto("data:text/plain,driver");
    const dir = folderOf(subject, "firefox");
    await installExtension(browser, dir);
    const id = (await readManifest("firefox", dir)).browser_specific_settings?.gecko?.id;
    const host = await callIn<string>(browserWindow, EXTENSION_HOST, id);
    await navigate(page, `moz-extension://${host}/manifest.json`);
    pages[subject] = page;
  }
  return pages as Workbenches;
}

async function store(workbench: Page, records: Record<string, unknown>): Promise<void> {
  await callIn(
    workbench,
    "async (all) => { await browser.storage.local.clear(); await browser.storage.local.set(all); }",
    records,
  );
}

async function open(browser: Browser, workbench: Page): Promise<number> {
  const url = await callIn<string>(workbench, "() => new URL('/popup.html', location.href).href");
  const page = await browser.newPage();
  await navigate(page, url);
  const paint = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null";
  const at = await poll("the first contentful paint", () => callIn<number | null>(page, paint));
  await page.close();
  return at;
}
