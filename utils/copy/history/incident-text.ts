import type { HistoryItem, Incident } from "../../core/history/incidents.ts";
import type { NamedConnection } from "../../core/model/history.ts";
import { formatTime } from "../format-time.ts";
import { t, underscored } from "../i18n.ts";
import { durationText } from "./duration.ts";
import { entrySentence, subjectOf } from "./entry-sentence.ts";
import { timeRange } from "./time-range.ts";

/** One line of the list, as a sentence without a full stop. What is over is told with how long it was. */
export function itemSentence(
  { entry, incident }: HistoryItem,
  connections: readonly NamedConnection[],
): string {
  if (!incident || incident.begin === null || incident.end === null || entry.kind === undefined) {
    return entrySentence(entry, connections);
  }
  const duration = durationText(incident.end - incident.begin);
  return t(`history.lasted.${underscored(entry.kind)}`, [subjectOf(entry, connections), duration]);
}

/** When it was, beside the sentence: "10:36", "10:36 – 12:54", "since 10:36" while it lasts. An end on another day has its date. */
export function itemTime({ at, incident }: Pick<HistoryItem, "at" | "incident">): string {
  if (!incident || incident.begin === null) return formatTime(at, at);
  const { begin, end } = incident;
  if (end === null) return t("history.since", [formatTime(begin, begin)]);
  return timeRange({ start: begin, end });
}

/** What came of it; null while it lasts. */
export function outcomeText({ outcome }: Incident): string | null {
  switch (outcome) {
    case "open":
      return null;
    case "recovered":
      return t("history.solved");
    case "ended":
      return t("history.notReported");
  }
}
