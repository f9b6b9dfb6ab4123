import { mkdir } from "node:fs/promises";
import puppeteer from "puppeteer-core";
import { browserExecutable } from "../../tests/support/browsers/executable.ts";
import { violations } from "./axe.ts";
import { FOLDERS, type Found } from "./found.ts";
import { overflow } from "./overflow.ts";
import { type Scene, shoot, stage } from "./shoot.ts";
import { stillBuild } from "./still-build.ts";
import { OPTIONS_VARIANTS, POPUP_VARIANTS } from "./variants.ts";

/** Takes every scene in every look, and has axe look at each. */
export async function chromiumGallery(scenes: readonly Scene[]): Promise<Found> {
  const found: Found = { folder: FOLDERS.chromium, pictures: 0, faults: [] };
  await mkdir(found.folder, { recursive: true });
  const build = await stillBuild("chromium");
  const browser = await puppeteer.launch({
    executablePath: browserExecutable("chromium"),
    headless: true,
    pipe: true,
    enableExtensions: [build.dir],
    args: ["--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-component-update"],
  });
  try {
    const worker = await browser.waitForTarget((target) => target.url().endsWith("/background.js"));
    const origin = worker.url().replace("/background.js", "");
    for (const scene of scenes) {
      const page = await stage(browser, origin, scene);
      for (const look of scene.page === "popup" ? POPUP_VARIANTS : OPTIONS_VARIANTS) {
        await shoot(page, scene, look, found.folder);
        found.pictures += 1;
        const faults = [...(await violations(page)), ...(await overflow(page))];
        found.faults.push(...faults.map((fault) => `${scene.page} ${scene.state} ${look.name}: ${fault}`));
      }
      await page.close();
    }
  } finally {
    await browser.close();
    await build.remove();
  }
  return found;
}
