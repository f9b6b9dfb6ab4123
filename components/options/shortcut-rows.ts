import { t } from "../../utils/copy/i18n.ts";
import type { Shortcut } from "../../utils/pages/shortcuts.ts";

/** Keys, and what they do. */
export interface KeyRow {
  does: string;
  /** null where none are set. */
  keys: string | null;
}

const WORDS: Record<string, () => string> = {
  _execute_action: () => t("command.popup"),
  "check-now": () => t("command.checkNow"),
  snooze: () => t("command.snooze"),
  "open-settings": () => t("command.openSettings"),
};

/** The shortcuts of the browser, each as the browser says it. */
export function shortcutRows(shortcuts: readonly Shortcut[]): KeyRow[] {
  return shortcuts.map(({ name, keys }) => ({ does: WORDS[name]?.() ?? name, keys: keys || null }));
}

/** Keys that the popup itself knows. */
export function popupKeyRows(): KeyRow[] {
  return [
    { does: t("options.popupKey.filter"), keys: "/" },
    { does: t("options.popupKey.between"), keys: "↑ ↓" },
    { does: t("options.popupKey.switch"), keys: t("options.key.space") },
    { does: t("options.popupKey.open"), keys: t("options.key.enter") },
  ];
}
