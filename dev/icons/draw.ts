/** Draws the icons of the extension from their SVG sources: `node dev/icons/draw.ts`. */
import { mkdir, readFile } from "node:fs/promises";
import puppeteer from "puppeteer-core";
import { browserExecutable } from "../../tests/support/browsers/executable.ts";

/** The small drawing stands on whole pixels at these sizes; at the others the large one shows more. */
const SOURCES = { 16: "small", 32: "small", 48: "small", 96: "large", 128: "large" } as const;

await mkdir("public/icon", { recursive: true });
const browser = await puppeteer.launch({
  executablePath: browserExecutable("chromium"),
  headless: true,
  args: ["--no-sandbox"],
});
try {
  const page = await browser.newPage();
  for (const [size, source] of Object.entries(SOURCES)) {
    const svg = await readFile(`dev/icons/${source}.svg`, "utf8");
    const side = Number(size);
    await page.setViewport({ width: side, height: side });
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
    await page.screenshot({ path: `public/icon/${size}.png`, omitBackground: true });
  }
} finally {
  await browser.close();
}
