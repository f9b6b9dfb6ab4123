import { browser } from "wxt/browser";
import { report } from "./report.ts";
import { within } from "./within.ts";

/** Nothing may wait forever for a browser that does not answer. */
const PATIENCE_MS = 10_000;

/**
 * Shows a web page in a tab, in front of all. Needs no permission to read tabs.
 * @param url of the page
 * @param reused id of a tab to show it in; undefined for a new one. One that is closed, or is known to show another site by
 * now, is left alone: browsers tell the address of a tab only for hosts that the extension may ask.
 * @returns the id of the tab; undefined when the browser does not tell
 * @throws what the browser says when it opens none, or that it says nothing
 */
export async function showWebPage(url: string, reused: number | undefined): Promise<number | undefined> {
  const tab = await within(PATIENCE_MS, show(url, reused));
  if (tab?.windowId !== undefined) await focus(tab.windowId);
  return tab?.id;
}

async function show(url: string, reused: number | undefined) {
  return (await readdress(url, reused)) ?? (await create(url));
}

/** The tab is there, whatever becomes of this. */
async function focus(windowId: number): Promise<void> {
  try {
    // Firefox for Android has no windows.
    await within(PATIENCE_MS, Promise.resolve(browser.windows?.update(windowId, { focused: true })));
  } catch (error) {
    report("A window could not be brought to the front", error);
  }
}

/** @returns undefined when there is no such tab any more */
export async function findTab(id: number) {
  // The browser rejects for a tab that is closed.
  return (await browser.tabs.get(id).catch(() => undefined)) ?? undefined;
}

async function readdress(url: string, id: number | undefined) {
  const tab = id === undefined ? undefined : await findTab(id);
  if (!tab || (tab.url && !isSameSite(tab.url, url))) return undefined;
  return browser.tabs.update(id, { url, active: true }).catch(() => undefined);
}

function isSameSite(one: string, other: string): boolean {
  return URL.canParse(one) && new URL(one).origin === new URL(other).origin;
}

/** The browser may run without a window. */
async function create(url: string) {
  try {
    return await browser.tabs.create({ url });
  } catch {
    const window = await browser.windows.create({ url });
    return window?.tabs?.[0];
  }
}
