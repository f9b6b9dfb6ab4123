import { browser } from "wxt/browser";

/**
 * Shows a page of the extension in a tab, in front of all: in the one where it is open already, else in a new one.
 * Needs no permission to read tabs.
 * @param page its file, e.g. `popup.html`
 * @param hash what is to be shown of it, with its `#`; "" for nothing in particular
 */
export async function openInTab(page: string, hash: string): Promise<void> {
  const base = browser.runtime.getURL("/").replace(/\/?$/, `/${page}`);
  const url = `${base}${hash}`;
  const windowId = (await readdress(base, url)) ?? (await create(url));
  // Firefox for Android has no windows.
  if (windowId !== undefined) await browser.windows?.update(windowId, { focused: true });
}

/** @returns the window of the tab; undefined when there is no such tab, or it was closed meanwhile */
async function readdress(base: string, url: string): Promise<number | undefined> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ["TAB"] });
  const open = contexts.find(({ documentUrl }) => documentUrl?.split(/[?#]/)[0] === base);
  if (!open) return undefined;
  const tab = await browser.tabs.update(open.tabId, { url, active: true }).catch(() => undefined);
  return tab?.windowId;
}

/** The browser may run without a window. */
async function create(url: string): Promise<number | undefined> {
  try {
    return (await browser.tabs.create({ url })).windowId;
  } catch {
    return (await browser.windows.create({ url }))?.id;
  }
}
