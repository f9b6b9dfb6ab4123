import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";

/**
 * Does something on the browser's own page about extensions, as the person there.
 *
 * @param action an expression, with `ID` for the extension
 */
async function onExtensionsPage(browser: Browser, origin: string, action: string): Promise<void> {
  const page: Page = await browser.newPage();
  try {
    await page.goto("chrome://extensions");
    const id = new URL(origin).host;
    await page.evaluate(action.replaceAll("ID", JSON.stringify(id)));
  } finally {
    await page.close();
  }
}

/** Switches the extension off or on. Its pages close with it. */
export function setEnabled(browser: Browser, origin: string, enabled: boolean): Promise<void> {
  return onExtensionsPage(browser, origin, `chrome.management.setEnabled(ID, ${enabled})`);
}

/** Withdraws all hosts, or gives them back: "On click" and "On all sites". */
export function setHostAccess(browser: Browser, origin: string, granted: boolean): Promise<void> {
  const hostAccess = granted ? "ON_ALL_SITES" : "ON_CLICK";
  return onExtensionsPage(
    browser,
    origin,
    `chrome.developerPrivate.updateExtensionConfiguration({ extensionId: ID, hostAccess: "${hostAccess}" })`,
  );
}

/** Loads the build again under another version: the browser takes it for an update, or for a step back. */
export async function loadVersion(
  browser: Browser,
  origin: string,
  extensionDir: string,
  version: string,
): Promise<void> {
  const file = join(extensionDir, "manifest.json");
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, "utf8")), version }));
  await onExtensionsPage(browser, origin, "chrome.developerPrivate.reload(ID, { failQuietly: true })");
}
