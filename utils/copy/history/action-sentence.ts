import type { HistoryEntry } from "../../core/model/history.ts";
import { formatTime } from "../format-time.ts";
import { t } from "../i18n.ts";

/**
 * What the person did here.
 * @param ofFinding the sentence of the finding that was marked
 */
export function actionSentence(
  { action, name, at, until }: Pick<HistoryEntry, "action" | "name" | "at" | "until">,
  ofFinding: () => string,
): string {
  const calendar = name ?? t("list.unnamed");
  if (action === undefined) return t("history.unclear");
  switch (action) {
    case "connect":
      return t("history.action.connect");
    case "replace-key":
      return t("history.action.replace_key");
    case "acknowledge":
      return t("history.action.acknowledge", [ofFinding()]);
    case "unacknowledge":
      return t("history.action.unacknowledge", [ofFinding()]);
    case "snooze":
      // Told from the day it was done on, whatever day it is read on.
      return t("history.action.snooze", [formatTime(until ?? at, at)]);
    case "end-snooze":
      return t("history.action.end_snooze");
    case "select-calendar":
      return t("history.action.select_calendar", [calendar]);
    case "unselect-calendar":
      return t("history.action.unselect_calendar", [calendar]);
    case "set-destination":
      return t("history.action.set_destination", [calendar]);
    case "keep-destination":
      return name === undefined
        ? t("history.action.keep_destination")
        : t("history.action.keep_named", [name]);
  }
}
