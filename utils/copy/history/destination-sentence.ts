import type { HistoryEntry } from "../../core/model/history.ts";
import { t } from "../i18n.ts";

/** Where bookings go after a change of the destination, and where they went before. A blank name is no destination. */
export function destinationSentence({ name, from }: Pick<HistoryEntry, "name" | "from">): string {
  if (name !== undefined) {
    return from === undefined
      ? t("history.destinationSet", [name])
      : t("history.destinationMoved", [name, from]);
  }
  return from === undefined ? t("history.destinationUnclear") : t("history.destinationBlank", [from]);
}
