import { mkdir } from "node:fs/promises";
import type { Browser, Page } from "puppeteer-core";
import { violations } from "./axe.ts";
import { documentHeight } from "./document-height.ts";
import { FOLDER } from "./folder.ts";
import { shifts } from "./layout-shifts.ts";
import { overflow } from "./overflow.ts";
import { chromiumPopups, realPopups } from "./real-popup.ts";
import { lookAt, type Scene, stage } from "./shoot.ts";
import { readFacts, type Shot } from "./shot.ts";
import { inStillChromium } from "./still-browser.ts";
import { OPTIONS_VARIANTS, POPUP_VARIANTS, type Variant } from "./variants.ts";

/** Takes every scene in every look, looks for faults in each, and takes the real popup. */
export async function chromiumGallery(scenes: readonly Scene[]): Promise<Shot[]> {
  await mkdir(FOLDER, { recursive: true });
  const shots: Shot[] = [];
  await inStillChromium(async (browser, origin) => {
    for (const scene of scenes) shots.push(...(await takeAll(browser, origin, scene)));
  });
  if (realPopups(scenes).length === 0) return shots;
  const popups = await inStillChromium((browser, origin) => chromiumPopups(browser, origin, scenes, FOLDER), {
    forRealPopups: true,
  });
  return [...shots, ...popups];
}

async function takeAll(browser: Browser, origin: string, scene: Scene): Promise<Shot[]> {
  const shots: Shot[] = [];
  const page = await stage(browser, origin, scene);
  const moved = await shifts(page);
  await scene.act?.(page);
  for (const look of scene.page === "popup" ? POPUP_VARIANTS : OPTIONS_VARIANTS) {
    const shot = await take(page, scene, look);
    // What moved by itself did so before anybody looked at it in any way.
    shots.push({ ...shot, faults: [...moved.splice(0), ...shot.faults] });
  }
  await page.close();
  return shots;
}

async function take(page: Page, { page: name, state }: Scene, look: Variant): Promise<Shot> {
  await lookAt(page, look);
  const file = `${name}-${state}-${look.name}.png` as const;
  await page.screenshot({ path: `${FOLDER}/${file}` });
  const facts = await page.evaluate(readFacts);
  const faults = [
    ...(await documentHeight(page, look.textPercent)),
    ...(await violations(page)),
    ...(await overflow(page)),
  ];
  return { ...facts, browser: "chromium", page: name, state, look: look.name, file, faults };
}
