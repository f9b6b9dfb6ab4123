/**
 * Makes the pictures that the stores ask for, of the extension as it was built: `npm run store`. Five of 1280 × 800 px and the
 * small tile of 440 × 280 px, in screenshots/store/.
 */
import { mkdir, readFile } from "node:fs/promises";
import type { Browser } from "puppeteer-core";
import { buildExtension } from "../../tests/support/browsers/build-extension.ts";
import { allScenes } from "../gallery/scenes.ts";
import { lookAt, stage } from "../gallery/shoot.ts";
import { inStillChromium } from "../gallery/still-browser.ts";
import { POPUP_VARIANTS } from "../gallery/variants.ts";
import { framed, type Size, tile } from "./frame.ts";
import { PICTURES, type StorePicture } from "./pictures.ts";
import { checkPng } from "./png.ts";

const FOLDER = "screenshots/store";
const PICTURE: Size = { width: 1280, height: 800 };
const TILE: Size = { width: 440, height: 280 };
/** Of the windows that are shown, in px of the page. */
const WINDOWS = { popup: { width: 380, height: 600 }, options: { width: 760, height: 640 } } as const;
/** The pages are shown larger than they are, in pixels of their own. */
const SCALES = { popup: 1.15, options: 1 } as const;
/** px of what stands above the history, so that it is not cut off. */
const ABOVE_HISTORY = 24;

/** The page as its window shows it, as a data URL. */
async function pictureOf(browser: Browser, origin: string, { page: kind, state, scheme }: StorePicture) {
  const scene = allScenes().find((one) => one.page === kind && one.state === state && one.act === null);
  const [usual] = POPUP_VARIANTS;
  if (!scene || !usual) throw new Error(`The gallery has no state "${state}" of this page.`);
  const page = await stage(browser, origin, scene);
  const { width, height } = WINDOWS[kind];
  const scale = SCALES[kind];
  await lookAt(page, { ...usual, scheme, width });
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const shown = { width, height: Math.min(height, whole) };
  await page.setViewport({ ...shown, deviceScaleFactor: scale });
  await page.evaluate((above) => {
    const history = document.querySelector("#history, .history");
    if (history) scrollTo(0, history.getBoundingClientRect().top + scrollY - above);
  }, ABOVE_HISTORY);
  const data = await page.screenshot({ encoding: "base64", captureBeyondViewport: false });
  await page.close();
  return {
    url: `data:image/png;base64,${data}`,
    shown: { width: Math.round(width * scale), height: Math.round(shown.height * scale) },
  };
}

async function write(browser: Browser, name: string, html: string, size: Size): Promise<void> {
  const page = await browser.newPage();
  await page.setViewport(size);
  await page.setContent(html);
  const path = `${FOLDER}/${name}.png` as const;
  await page.screenshot({ path });
  await page.close();
  checkPng(path, await readFile(path), size);
  console.log(`${path}: ${size.width} × ${size.height}`);
}

await buildExtension("chromium");
await mkdir(FOLDER, { recursive: true });
const icon = `data:image/svg+xml;base64,${(await readFile("dev/icons/large.svg")).toString("base64")}`;
await inStillChromium(async (browser, origin) => {
  for (const picture of PICTURES) {
    const { url, shown } = await pictureOf(browser, origin, picture);
    await write(browser, picture.name, framed(picture, shown, icon, url), PICTURE);
  }
  await write(browser, "small-tile", tile(icon), TILE);
});
