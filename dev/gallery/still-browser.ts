import puppeteer, { type Browser } from "puppeteer-core";
import { browserExecutable } from "../../tests/support/browsers/executable.ts";
import { stillBuild } from "./still-build.ts";

/**
 * Lets work be done in a Chromium with the extension as it was built, in which nothing happens by itself.
 *
 * @param forRealPopups in a window as a person has it: one of 800 × 600 px makes popups low, and hidden scrollbars make them too wide
 * @throws when the extension is not built
 */
export async function inStillChromium<T>(
  work: (browser: Browser, origin: string) => Promise<T>,
  { forRealPopups = false } = {},
): Promise<T> {
  const build = await stillBuild("chromium");
  const browser = await puppeteer.launch({
    executablePath: browserExecutable("chromium"),
    headless: true,
    pipe: true,
    enableExtensions: [build.dir],
    env: { ...process.env, TZ: "Europe/Berlin" },
    args: [
      "--no-sandbox",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--window-size=1000,900",
    ],
    ...(forRealPopups && { defaultViewport: null, ignoreDefaultArgs: ["--hide-scrollbars"] }),
  });
  try {
    const worker = await browser.waitForTarget((target) => target.url().endsWith("/background.js"));
    return await work(browser, worker.url().replace("/background.js", ""));
  } finally {
    await browser.close();
    await build.remove();
  }
}
