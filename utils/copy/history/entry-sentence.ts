import type { HistoryEntry, NamedConnection } from "../../core/model/history.ts";
import { isAboutCalendar } from "../../core/model/kinds.ts";
import { t, underscored } from "../i18n.ts";
import { actionSentence } from "./action-sentence.ts";
import { connectionLabel } from "./connection-label.ts";
import { destinationSentence } from "./destination-sentence.ts";

type Connections = readonly NamedConnection[];

/** What happened, as one sentence without a full stop. It is the same on the screen and in an export. */
export function entrySentence(entry: HistoryEntry, connections: Connections): string {
  const sentence = plainSentence(entry, connections);
  return entry.byPerson ? t("history.byYou", [sentence]) : sentence;
}

function plainSentence(entry: HistoryEntry, connections: Connections): string {
  const name = entry.name ?? t("list.unnamed");
  switch (entry.event) {
    case "came":
      return findingSentence("came", entry, connections);
    case "recovered":
      return findingSentence("recovered", entry, connections);
    case "ended":
      return t("history.ended", [findingSentence("came", entry, connections)]);
    case "selected":
      return t("history.selected", [name]);
    case "unselected":
      return t("history.unselected", [name]);
    case "destination":
      return destinationSentence(entry);
    case "action":
      return actionSentence(entry, () => findingSentence("came", entry, connections));
  }
}

function findingSentence(
  event: "came" | "recovered",
  { kind, name, connection }: HistoryEntry,
  connections: Connections,
): string {
  if (kind === undefined) return t("history.unclear");
  const subject = isAboutCalendar(kind)
    ? (name ?? t("list.unnamed"))
    : connectionLabel(connections[connection ?? -1]);
  return t(`history.${event}.${underscored(kind)}`, [subject]);
}

/** Where the calendar of an entry is, for sentences that do not say it; null where there is nothing to add. */
export function entryPlace(entry: HistoryEntry, connections: Connections): string | null {
  const connection = connections[entry.connection ?? -1];
  const label = connectionLabel(connection);
  return connection && !entrySentence(entry, connections).includes(label) ? label : null;
}
