/** Draws the icons of the extension from their SVG sources: `npm run icons`. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import puppeteer, { type Page } from "puppeteer-core";
import { browserExecutable } from "../../tests/support/browsers/executable.ts";
import { smallerPng } from "./smaller-png.ts";

/** The small drawing stands on whole pixels at these sizes; at the others the large one shows more. */
const SOURCES = { 16: "small", 32: "small", 48: "small", 96: "large", 128: "large" } as const;

/**
 * The toolbar button when it is not the usual one. Chrome takes 16 px, and 32 on dense screens; Firefox the size
 * that is nearest to what it needs. 19 px is of no use to either any more.
 */
const STATES = ["attention", "unknown"] as const;
const TOOLBAR_SIZES = [16, 32, 48] as const;

async function draw(page: Page, source: string, side: number, path: string): Promise<void> {
  const svg = await readFile(`dev/icons/${source}.svg`, "utf8");
  await page.setViewport({ width: side, height: side });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  const png = await page.screenshot({ omitBackground: true });
  await writeFile(path, smallerPng(Buffer.from(png)));
}

await mkdir("public/icon", { recursive: true });
await mkdir("public/toolbar", { recursive: true });
const browser = await puppeteer.launch({
  executablePath: browserExecutable("chromium"),
  headless: true,
  args: ["--no-sandbox"],
});
try {
  const page = await browser.newPage();
  for (const [size, source] of Object.entries(SOURCES))
    await draw(page, source, Number(size), `public/icon/${size}.png`);
  for (const state of STATES)
    for (const size of TOOLBAR_SIZES) await draw(page, state, size, `public/toolbar/${state}-${size}.png`);
} finally {
  await browser.close();
}
