import type { Browser, Page } from "puppeteer-core";
import { untilDrawn } from "./drawn.ts";
import { watchShifts } from "./layout-shifts.ts";
import { OPTIONS_VARIANTS, type Variant } from "./variants.ts";

export interface Scene {
  page: "popup" | "options";
  state: string;
  records: Record<string, unknown>;
  /** Which part of the page, with its `#`; "" for that which it begins with. */
  hash: string;
  /** What a person does before the picture is taken. */
  act: ((page: Page) => Promise<void>) | null;
}

const HIGHEST = 2400;

/** Opens a page on a seeded store, where nobody has done anything yet. */
export async function stage(browser: Browser, origin: string, scene: Scene): Promise<Page> {
  const page = await browser.newPage();
  await page.emulateTimezone("Europe/Berlin");
  const width = scene.page === "popup" ? 380 : (OPTIONS_VARIANTS[0]?.width ?? 0);
  await page.setViewport({ width, height: 600 });
  // The other page: to a part of the same one the browser would go without loading it anew.
  await page.goto(`${origin}/${scene.page === "options" ? "popup" : "options"}.html`);
  await page.evaluate(async (records) => {
    const { storage } = (globalThis as unknown as { chrome: typeof import("webextension-polyfill") }).chrome;
    await storage.local.clear();
    await storage.local.set(records);
  }, scene.records);
  await watchShifts(page);
  await page.goto(`${origin}/${scene.page}.html${scene.hash}`);
  await page.waitForSelector("main");
  await untilDrawn(page);
  return page;
}

/** Looks at an open page in one way, through a window that is as high as its document. */
export async function lookAt(page: Page, look: Variant): Promise<void> {
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: look.scheme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await page.setViewport({ width: look.width, height: 100 });
  await page.evaluate(({ textPercent, direction, isUnfolded }) => {
    document.documentElement.style.fontSize = `${textPercent}%`;
    document.documentElement.dir = direction;
    if (isUnfolded) for (const details of document.querySelectorAll("details")) details.open = true;
  }, look);
  // What is unfolded may be drawn only then.
  await frames(page);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewport({ width: look.width, height: Math.min(height, HIGHEST) });
  // Right after the window grew, Chromium may leave out of a picture what comes after the caret of a field.
  await frames(page);
}

async function frames(page: Page): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await page.evaluate(() => new Promise(requestAnimationFrame));
}
