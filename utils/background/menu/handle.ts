import { browser } from "wxt/browser";
import { checkNow } from "../checks/check-now.ts";
import { monitoredAccounts } from "../monitored-accounts.ts";
import { endSnooze, snooze } from "../user-actions/snooze.ts";
import { isAnySnoozed } from "./is-any-snoozed.ts";

const MENU: Readonly<Record<string, () => Promise<unknown>>> = {
  "check-now": withAccount(checkNow),
  "snooze-hour": withAccount(() => snooze("hour")),
  "snooze-tomorrow": withAccount(() => snooze("tomorrow")),
  "snooze-week": withAccount(() => snooze("week")),
  "end-snooze": withAccount(endSnooze),
  "open-settings": openSettings,
};

const COMMANDS: Readonly<Record<string, () => Promise<unknown>>> = {
  "check-now": withAccount(checkNow),
  snooze: withAccount(async () => ((await isAnySnoozed()) ? endSnooze() : snooze("hour"))),
  "open-settings": openSettings,
};

/** Does what an entry of the toolbar button's menu says. @param id one of `menuItems` */
export async function handleMenuClick(id: string): Promise<void> {
  await MENU[id]?.();
}

/** Does what a keyboard shortcut stands for. @param command its name in the manifest */
export async function handleShortcut(command: string): Promise<void> {
  await COMMANDS[command]?.();
}

/** Without any account nothing would come of it, and the person would hear nothing: accounts are made in the settings. */
function withAccount(work: () => Promise<unknown>): () => Promise<unknown> {
  return async () => ((await monitoredAccounts()).length > 0 ? work() : openSettings());
}

function openSettings(): Promise<void> {
  return browser.runtime.openOptionsPage();
}
