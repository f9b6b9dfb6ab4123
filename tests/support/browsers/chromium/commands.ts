import type { Browser, Page } from "puppeteer-core";
import { fireInWorker } from "./worker-event.ts";

/** Chooses an entry of the toolbar button's menu. @throws when it has no such entry */
export async function clickMenu(browser: Browser, workbench: Page, id: string): Promise<void> {
  await workbench.evaluate(`chrome.contextMenus.update(${JSON.stringify(id)}, {})`);
  await fireInWorker(browser, workbench, "contextMenus.onClicked", { menuItemId: id, editable: false });
}

/** Presses a keyboard shortcut. @throws when the extension has no such command */
export async function pressShortcut(browser: Browser, workbench: Page, command: string): Promise<void> {
  const all = (await workbench.evaluate("chrome.commands.getAll()")) as { name: string }[];
  if (!all.some(({ name }) => name === command)) throw new Error(`There is no command "${command}".`);
  await fireInWorker(browser, workbench, "commands.onCommand", command);
}
