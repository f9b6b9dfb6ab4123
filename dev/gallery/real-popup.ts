import type { Browser } from "puppeteer-core";
import type { BrowserUnderTest } from "../../tests/support/browsers/browser-under-test.ts";
import { openPopupPage, openWorkbench } from "../../tests/support/browsers/chromium/session.ts";
import { untilDrawn } from "./drawn.ts";
import { overflow } from "./overflow.ts";
import type { Scene } from "./shoot.ts";
import { readFacts, type Shot } from "./shot.ts";

/** States in which the size of the real popup, which is the browser's business, tells something that a tab does not. */
const STATES = [
  "all-well",
  "notices",
  "revoked",
  "problems",
  "snoozed",
  "setup",
  "first-check",
  "accounts-with-problems",
  "thousand-calendars",
];
const SCHEMES = ["light", "dark"] as const;

interface Taken {
  scene: Scene;
  scheme: (typeof SCHEMES)[number];
}

/** The pictures to take of the popup under the toolbar button. */
export function realPopups(scenes: readonly Scene[]): Taken[] {
  const wanted = scenes.filter(
    ({ page, state, act }) => page === "popup" && act === null && STATES.includes(state),
  );
  return wanted.flatMap((scene) => SCHEMES.map((scheme) => ({ scene, scheme })));
}

/** Opens the popup in Chromium as its own API does, and takes its picture as large as the browser makes it. */
export async function chromiumPopups(
  browser: Browser,
  origin: string,
  scenes: readonly Scene[],
  folder: string,
): Promise<Shot[]> {
  const workbench = await openWorkbench(browser, origin);
  const shots: Shot[] = [];
  for (const { scene, scheme } of realPopups(scenes)) {
    const records = JSON.stringify(scene.records);
    await workbench.evaluate(`chrome.storage.local.clear().then(() => chrome.storage.local.set(${records}))`);
    const page = await openPopupPage(browser, workbench, origin);
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: scheme },
      { name: "prefers-reduced-motion", value: "reduce" },
    ]);
    await page.waitForSelector("main");
    await untilDrawn(page);
    const file = fileOf(scene, scheme);
    await page.screenshot({ path: `${folder}/${file}` });
    shots.push({
      ...shotOf(scene, scheme),
      ...(await page.evaluate(readFacts)),
      browser: "chromium",
      file,
      faults: await overflow(page),
    });
    await page.close();
  }
  return shots;
}

/** The same in Firefox: the panel under the button, which the driver shows to WebDriver as one more tab. */
export async function firefoxPopups(
  browser: BrowserUnderTest,
  scenes: readonly Scene[],
  store: (scene: Scene) => Promise<void>,
  folder: string,
): Promise<Shot[]> {
  const shots: Shot[] = [];
  for (const { scene, scheme } of realPopups(scenes)) {
    await browser.emulate({ colorScheme: scheme });
    await store(scene);
    const page = await browser.openPopup();
    await page.waitFor(() => document.querySelector("main"));
    await untilDrawn(page);
    const file = fileOf(scene, scheme);
    await page.screenshot(`${folder}/${file}`);
    shots.push({
      ...shotOf(scene, scheme),
      ...(await page.evaluate(readFacts)),
      browser: "firefox",
      file: `firefox/${file}`,
      faults: await overflow(page),
    });
    await page.close();
  }
  return shots;
}

function shotOf({ state }: Scene, look: string): Pick<Shot, "page" | "state" | "look"> {
  return { page: "real popup", state, look };
}

function fileOf({ state }: Scene, scheme: string): `${string}.png` {
  return `real-popup-${state}-${scheme}.png`;
}
