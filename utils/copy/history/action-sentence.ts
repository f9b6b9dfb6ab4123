import type { HistoryEntry } from "../../core/history/history.ts";
import { moment } from "../format-time.ts";
import { t } from "../i18n.ts";

/**
 * What the person did here.
 * @param ofFinding the sentence of the finding that was marked
 */
export function deedSentence(
  { deed, name, at, until }: Pick<HistoryEntry, "deed" | "name" | "at" | "until">,
  ofFinding: () => string,
): string {
  const calendar = name ?? t("list.unnamed");
  if (deed === undefined) return t("history.unclear");
  switch (deed) {
    case "account-connected":
      return t("history.did.account_connected");
    case "key-replaced":
      return t("history.did.key_replaced");
    case "expected":
      return t("history.did.expected", [ofFinding()]);
    case "taken-back":
      return t("history.did.taken_back", [ofFinding()]);
    case "snoozed":
      // Told from the day it was done on, whatever day it is read on.
      return t("history.did.snoozed", [moment(until ?? at, at)]);
    case "snooze-ended":
      return t("history.did.snooze_ended");
    case "select":
      return t("history.did.select", [calendar]);
    case "unselect":
      return t("history.did.unselect", [calendar]);
    case "set-destination":
      return t("history.did.set_destination", [calendar]);
    case "keep-destination":
      return name === undefined ? t("history.did.keep_destination") : t("history.did.keep_named", [name]);
  }
}
