import { browser } from "wxt/browser";
import { checkNow } from "../check-now.ts";
import { snooze } from "../deeds/snooze.ts";
import { isAnySnoozed } from "./is-any-snoozed.ts";

const MENU: Readonly<Record<string, () => Promise<unknown>>> = {
  "check-now": checkNow,
  "snooze-hour": () => snooze("hour"),
  "snooze-tomorrow": () => snooze("tomorrow"),
  "snooze-week": () => snooze("week"),
  "end-snooze": () => snooze("end"),
  "open-settings": openSettings,
};

const COMMANDS: Readonly<Record<string, () => Promise<unknown>>> = {
  "check-now": checkNow,
  snooze: async () => snooze((await isAnySnoozed()) ? "end" : "hour"),
  "open-settings": openSettings,
};

/** Does what an entry of the toolbar button's menu says. @param id one of `menuItems` */
export async function obeyMenu(id: string): Promise<void> {
  await MENU[id]?.();
}

/** Does what a keyboard shortcut stands for. @param command its name in the manifest */
export async function obeyShortcut(command: string): Promise<void> {
  await COMMANDS[command]?.();
}

function openSettings(): Promise<void> {
  return browser.runtime.openOptionsPage();
}
