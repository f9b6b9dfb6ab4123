/**
 * Takes pictures of both pages in every state and look, into screenshots/gallery/, and has axe look at each.
 * Needs the built extension. An argument takes only the states whose name holds it.
 */
import { copyFile, mkdir } from "node:fs/promises";
import puppeteer from "puppeteer-core";
import { browserExecutable } from "../browsers/executable.ts";
import { violations } from "./axe.ts";
import { OPTIONS_LOOKS, POPUP_LOOKS } from "./looks.ts";
import { overflow } from "./overflow.ts";
import { allScenes } from "./scenes.ts";
import { shoot, stage } from "./shoot.ts";
import { stillBuild } from "./still-build.ts";

/** The pictures of the README. */
const SHOWN = {
  "popup-all-well-light": "popup-all-well",
  "popup-broken-last-known-dark": "popup-problem-dark",
  "options-all-well-light": "options",
};

const only = process.argv[2] ?? "";
const scenes = allScenes().filter(({ state }) => state.includes(only));

await mkdir("screenshots/gallery", { recursive: true });
const build = await stillBuild();
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
  let faults = 0;
  for (const scene of scenes) {
    const page = await stage(browser, origin, scene);
    for (const look of scene.page === "popup" ? POPUP_LOOKS : OPTIONS_LOOKS) {
      await shoot(page, scene, look);
      const found = [...(await violations(page)), ...(await overflow(page))];
      for (const fault of found) console.log(`${scene.page} ${scene.state} ${look.name}: ${fault}`);
      faults += found.length;
    }
    await page.close();
  }
  if (only === "") {
    await mkdir("docs/screenshots", { recursive: true });
    for (const [name, shown] of Object.entries(SHOWN)) {
      await copyFile(`screenshots/gallery/${name}.png`, `docs/screenshots/${shown}.png`);
    }
  }
  console.log(`${scenes.length} scenes in screenshots/gallery/, ${faults} faults.`);
  process.exitCode = faults === 0 ? 0 : 1;
} finally {
  await browser.close();
  await build.remove();
}
