import { mkdir } from "node:fs/promises";
import type { BrowserUnderTest, ExtensionPage } from "../../tests/support/browsers/browser-under-test.ts";
import { launch } from "../../tests/support/browsers/launch.ts";
import { untilDrawn } from "./drawn.ts";
import { FOLDER } from "./folder.ts";
import { overflow } from "./overflow.ts";
import { firefoxPopups } from "./real-popup.ts";
import type { Scene } from "./shoot.ts";
import { readFacts, type Shot } from "./shot.ts";
import { stillBuild } from "./still-build.ts";
import { OPTIONS_VARIANTS, POPUP_VARIANTS, type Variant } from "./variants.ts";

const LOOKS = ["light", "dark", "narrow"];
const OWN_FOLDER = `${FOLDER}/firefox`;

/** Takes the scenes that need nobody to act, in the looks that are the browser's own, and the real popup. */
export async function firefoxGallery(scenes: readonly Scene[]): Promise<Shot[]> {
  const shots: Shot[] = [];
  await mkdir(OWN_FOLDER, { recursive: true });
  const build = await stillBuild("firefox");
  const browser = await launch({ browser: "firefox", extensionDir: build.dir });
  try {
    for (const name of LOOKS) {
      for (const scene of scenes.filter(({ act }) => act === null)) {
        const look = variantOf(scene, name);
        await browser.emulate({ colorScheme: look.scheme });
        const page = await open(browser, scene, look);
        const file = `${scene.page}-${scene.state}-${name}.png`;
        await page.screenshot(`${OWN_FOLDER}/${file}`, "whole");
        const facts = await page.evaluate(readFacts);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        const faults = await overflow(page);
        const { page: kind, state } = scene;
        shots.push({
          ...facts,
          height,
          browser: "firefox",
          page: kind,
          state,
          look: name,
          file: `firefox/${file}`,
          faults,
        });
        await page.close();
      }
    }
    shots.push(...(await firefoxPopups(browser, scenes, (scene) => store(browser, scene), OWN_FOLDER)));
  } finally {
    await browser.close();
    await build.remove();
  }
  return shots;
}

function variantOf({ page }: Scene, name: string): Variant {
  const look = (page === "popup" ? POPUP_VARIANTS : OPTIONS_VARIANTS).find((one) => one.name === name);
  if (!look) throw new Error(`There is no look "${name}".`);
  return look;
}

async function store(browser: BrowserUnderTest, { records }: Scene): Promise<void> {
  await browser.inExtension(async ({ storage }, all) => {
    await storage.local.clear();
    await storage.local.set(all);
  }, records);
}

async function open(browser: BrowserUnderTest, scene: Scene, look: Variant): Promise<ExtensionPage> {
  await store(browser, scene);
  const page = await browser.openPage(`${scene.page}.html${scene.hash}`, { width: look.width, height: 600 });
  await page.waitFor(() => document.querySelector("main"));
  await untilDrawn(page);
  return page;
}
