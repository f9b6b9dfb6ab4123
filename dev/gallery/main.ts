/**
 * Takes pictures of both pages in every state and look, into screenshots/gallery/, and has axe look at each.
 * Needs the built extension. An argument takes only the states whose name holds it.
 */
import { mkdir } from "node:fs/promises";
import puppeteer from "puppeteer-core";
import { browserExecutable } from "../browsers/executable.ts";
import { violations } from "./axe.ts";
import { OPTIONS_LOOKS, POPUP_LOOKS } from "./looks.ts";
import { overflow } from "./overflow.ts";
import { type Scene, shoot, stage } from "./shoot.ts";
import { brokenStates } from "./states/broken.ts";
import { damaged } from "./states/damaged.ts";
import { failing } from "./states/failing.ts";
import { working } from "./states/working.ts";
import { stillBuild } from "./still-build.ts";

const STATES: Record<string, () => Record<string, unknown>> = {
  ...damaged,
  ...working,
  ...failing,
  ...brokenStates,
};
const OF_OPTIONS = ["setup", "all-well"];

const only = process.argv[2] ?? "";
const states = Object.keys(STATES).filter((state) => state.includes(only));
const scenes: Scene[] = states.flatMap((state) => {
  const records = STATES[state]?.() ?? {};
  const pages = OF_OPTIONS.includes(state) ? (["popup", "options"] as const) : (["popup"] as const);
  return pages.map((page) => ({ page, state, records }));
});

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
  console.log(`${scenes.length} scenes in screenshots/gallery/, ${faults} faults.`);
  process.exitCode = faults === 0 ? 0 : 1;
} finally {
  await browser.close();
  await build.remove();
}
