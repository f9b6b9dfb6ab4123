import { browser } from "wxt/browser";

/** One entry of the toolbar button's menu; one with a `parentId` is in the submenu of that one. */
export interface MenuItem {
  id: string;
  title: string;
  parentId?: string;
  visible?: boolean;
}

/** Makes the whole menu anew. Firefox for Android has none. */
export async function makeMenu(items: readonly MenuItem[]): Promise<void> {
  if (!browser.contextMenus) return;
  await browser.contextMenus.removeAll();
  await Promise.all(items.map(create));
}

export async function showMenuItem(id: string, visible: boolean): Promise<void> {
  await browser.contextMenus?.update(id, { visible });
}

/** To be called when the worker starts, synchronously. */
export function onMenuClick(clicked: (id: string) => void): void {
  browser.contextMenus?.onClicked.addListener(({ menuItemId }) => clicked(String(menuItemId)));
}

/** The only call of a browser that still answers to a callback, and tells what failed beside it. */
function create(item: MenuItem): Promise<void> {
  return new Promise((resolve, reject) => {
    browser.contextMenus.create({ ...item, contexts: ["action"] }, () => {
      const { lastError } = browser.runtime;
      if (lastError) reject(new Error(lastError.message ?? "no menu"));
      else resolve();
    });
  });
}

/** To be called when the worker starts, synchronously. Firefox for Android has no keyboard shortcuts. */
export function onShortcut(pressed: (command: string) => void): void {
  browser.commands?.onCommand.addListener((command) => pressed(command));
}
