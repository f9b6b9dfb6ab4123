import { browser } from "wxt/browser";
import { type MenuItem, makeMenu, showMenuItem } from "../../browser/menu-and-shortcuts.ts";
import { t } from "../../copy/i18n.ts";
import { passedBy, timeOf } from "../../core/clock.ts";
import { serial } from "../../core/serial.ts";
import { isSnoozed } from "../../core/snooze.ts";
import { checkNow } from "../checks/check-now.ts";
import { monitoredAccounts } from "../monitored-accounts.ts";
import { endSnooze, snooze } from "../user-actions/snooze.ts";

/** What the menu shows; null until this worker has made it. */
let offersEnd: boolean | null = null;
const inTurn = serial();

/**
 * Makes the menu of the toolbar button, or brings it up to date.
 *
 * WHY [every start]: browsers keep it, but not all of them always do: Firefox lost it at restarts, and when the extension
 * was switched off and on there is no event to make it in. One that is there already is replaced, one call after the other,
 * since a name that is taken is refused. (docs/decisions/0021-menu-at-every-start.md)
 */
export function setMenu(): Promise<void> {
  return inTurn(async () => {
    const snoozed = await isAnySnoozed();
    if (snoozed === offersEnd) return;
    if (offersEnd === null) await makeMenu(menuItems(snoozed));
    else await showMenuItem(END_SNOOZE, snoozed);
    offersEnd = snoozed;
  });
}

const END_SNOOZE = "end-snooze";

/** The menu of the toolbar button. Browsers add no more than six entries to theirs, hence the submenu. */
function menuItems(snoozed: boolean): MenuItem[] {
  const snooze = { parentId: "snooze" };
  return [
    { id: "check-now", title: t("footer.checkNow") },
    { id: "snooze", title: t("footer.snooze") },
    { id: "snooze-hour", title: t("snooze.hour"), ...snooze },
    { id: "snooze-tomorrow", title: t("snooze.tomorrow"), ...snooze },
    { id: "snooze-week", title: t("snooze.week"), ...snooze },
    { id: END_SNOOZE, title: t("snooze.end"), ...snooze, visible: snoozed },
    { id: "open-settings", title: t("menu.openSettings") },
  ];
}

/** Whether there is a snooze that can be ended. */
export async function isAnySnoozed(): Promise<boolean> {
  return (await monitoredAccounts()).some(({ status }) =>
    isSnoozed(status.state.snoozeUntil, passedBy(status, timeOf(status, Date.now()))),
  );
}

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
