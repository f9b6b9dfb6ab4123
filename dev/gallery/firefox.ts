import { mkdir } from "node:fs/promises";
import type { BrowserUnderTest, ExtensionPage } from "../../tests/support/browsers/browser-under-test.ts";
import { launch } from "../../tests/support/browsers/launch.ts";
import { untilDrawn } from "./drawn.ts";
import { FOLDERS, type Found } from "./found.ts";
import { overflow } from "./overflow.ts";
import type { Scene } from "./shoot.ts";
import { stillBuild } from "./still-build.ts";
import { OPTIONS_VARIANTS, POPUP_VARIANTS, type Variant } from "./variants.ts";

const LOOKS = ["light", "dark", "narrow"];

/** Takes the scenes that need nobody to act, in the looks that are the browser's own. */
export async function firefoxGallery(scenes: readonly Scene[]): Promise<Found> {
  const found: Found = { folder: FOLDERS.firefox, pictures: 0, faults: [] };
  await mkdir(found.folder, { recursive: true });
  const build = await stillBuild("firefox");
  // The times in the pictures are those of the people in them.
  process.env.TZ = "Europe/Berlin";
  const browser = await launch({ browser: "firefox", extensionDir: build.dir });
  try {
    for (const name of LOOKS) {
      for (const scene of scenes.filter(({ act }) => act === null)) {
        const look = lookAt(scene, name);
        await browser.emulate({ colorScheme: look.scheme });
        const page = await open(browser, scene, look);
        await page.screenshot(`${found.folder}/${scene.page}-${scene.state}-${name}.png`, "whole");
        found.pictures += 1;
        const faults = await overflow(page);
        found.faults.push(...faults.map((fault) => `${scene.page} ${scene.state} ${name}: ${fault}`));
        await page.close();
      }
    }
  } finally {
    await browser.close();
    await build.remove();
  }
  return found;
}

function lookAt({ page }: Scene, name: string): Variant {
  const look = (page === "popup" ? POPUP_VARIANTS : OPTIONS_VARIANTS).find((one) => one.name === name);
  if (!look) throw new Error(`There is no look "${name}".`);
  return look;
}

async function open(browser: BrowserUnderTest, scene: Scene, look: Variant): Promise<ExtensionPage> {
  await browser.inExtension(async ({ storage }, records) => {
    await storage.local.clear();
    await storage.local.set(records);
  }, scene.records);
  const page = await browser.openPage(`${scene.page}.html${scene.hash}`, { width: look.width, height: 600 });
  await page.waitFor(() => document.querySelector("main"));
  await untilDrawn(page);
  return page;
}
