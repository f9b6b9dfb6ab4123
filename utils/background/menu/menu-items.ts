import type { MenuItem } from "../../browser/context-menu.ts";
import { t } from "../../copy/i18n.ts";

export const END_SNOOZE = "end-snooze";

/** The menu of the toolbar button. Browsers add no more than six entries to theirs, hence the submenu. */
export function menuItems(snoozed: boolean): MenuItem[] {
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
