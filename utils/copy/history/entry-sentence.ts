import type { JournaledAction } from "../../core/model/actions.ts";
import type { HistoryEntry, NamedConnection } from "../../core/model/history.ts";
import { isAboutCalendar, isAboutEventType } from "../../core/model/kind-groups.ts";
import { formatTime } from "../format-time.ts";
import { t, underscored } from "../i18n.ts";
import { connectionLabel } from "./filter-text.ts";

type Connections = readonly NamedConnection[];

/** What happened, as one sentence without a full stop. It is the same on the screen and in an export. */
export function entrySentence(entry: HistoryEntry, connections: Connections): string {
  if (entry.byItself) return putBackSentence(entry, connections);
  const sentence = plainSentence(entry, connections);
  return entry.byPerson ? t("history.byYou", [sentence]) : sentence;
}

function putBackSentence({ event, name, connection }: HistoryEntry, connections: Connections): string {
  if (event === "action") {
    return t("history.byItself.everything", [connectionLabel(connections[connection ?? -1])]);
  }
  const what = event === "destination" ? "destination" : event === "unselected" ? "unchecked" : "calendar";
  return t(`history.byItself.${what}`, [name ?? t("list.unnamed")]);
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
      return actionSentence(entry, connections);
  }
}

function findingSentence(event: "came" | "recovered", entry: HistoryEntry, connections: Connections): string {
  const { kind } = entry;
  if (kind === undefined) return t("history.unclear");
  return t(`history.${event}.${underscored(kind)}`, [subjectOf(entry, connections)]);
}

/** What the finding of an entry is about: a calendar or an event type by its name, else a connection. */
export function subjectOf({ kind, name, connection }: HistoryEntry, connections: Connections): string {
  return kind !== undefined && (isAboutCalendar(kind) || isAboutEventType(kind))
    ? (name ?? t("list.unnamed"))
    : connectionLabel(connections[connection ?? -1]);
}

/** Where the calendar of an entry is, for sentences that do not say it; null where there is nothing to add. */
export function entryPlace(entry: HistoryEntry, connections: Connections): string | null {
  const connection = connections[entry.connection ?? -1];
  const label = connectionLabel(connection);
  return connection && !entrySentence(entry, connections).includes(label) ? label : null;
}

/** Where bookings go after a change of the destination, and where they went before. A blank name is no destination. */
function destinationSentence({ name, from }: Pick<HistoryEntry, "name" | "from">): string {
  if (name !== undefined) {
    return from === undefined
      ? t("history.destinationSet", [name])
      : t("history.destinationMoved", [name, from]);
  }
  return from === undefined ? t("history.destinationUnclear") : t("history.destinationBlank", [from]);
}

/** What the sentence of an action may name. */
interface Told extends Pick<HistoryEntry, "name" | "at" | "until" | "alone"> {
  calendar: string;
  /** App and account of the connection that it was about. */
  connection: string;
  /** The sentence of the finding that was marked. */
  ofFinding: () => string;
}

const SENTENCES = {
  connect: () => t("history.action.connect"),
  "replace-key": () => t("history.action.replace_key"),
  acknowledge: ({ ofFinding, until, at }) =>
    until === undefined
      ? t("history.action.acknowledge", [ofFinding()])
      : t("history.action.acknowledge_until", [ofFinding(), formatTime(until, at)]),
  unacknowledge: ({ ofFinding }) => t("history.action.unacknowledge", [ofFinding()]),
  // Told from the day it was done on, whatever day it is read on.
  snooze: ({ until, at, alone }) =>
    t(alone ? "history.action.snooze_account" : "history.action.snooze", [formatTime(until ?? at, at)]),
  "end-snooze": ({ alone }) => t(alone ? "history.action.end_snooze_account" : "history.action.end_snooze"),
  "snooze-problem": ({ ofFinding, until, at }) =>
    t("history.action.snooze_problem", [ofFinding(), formatTime(until ?? at, at)]),
  "end-snooze-problem": ({ ofFinding }) => t("history.action.end_snooze_problem", [ofFinding()]),
  "select-calendar": ({ calendar }) => t("history.action.select_calendar", [calendar]),
  "unselect-calendar": ({ calendar }) => t("history.action.unselect_calendar", [calendar]),
  "restore-event-types": ({ calendar }) => t("history.action.restore_event_types", [calendar]),
  "set-destination": ({ calendar }) => t("history.action.set_destination", [calendar]),
  "keep-destination": ({ name }) =>
    name === undefined ? t("history.action.keep_destination") : t("history.action.keep_named", [name]),
  "remove-connection": ({ connection }) => t("history.action.remove_connection", [connection]),
  "restore-everything": ({ connection }) => t("history.action.restore_everything", [connection]),
  "dismiss-mending": ({ connection }) => t("history.action.dismiss_mending", [connection]),
} satisfies Record<JournaledAction, (told: Told) => string>;

/** What the person did here. */
function actionSentence(entry: HistoryEntry, connections: Connections): string {
  const { action, name, at, until, alone } = entry;
  if (action === undefined) return t("history.unclear");
  const sentence: (told: Told) => string = SENTENCES[action];
  return sentence({
    ...(name !== undefined && { name }),
    at,
    ...(until !== undefined && { until }),
    ...(alone !== undefined && { alone }),
    calendar: name ?? t("list.unnamed"),
    connection: connectionLabel(connections[entry.connection ?? -1]),
    ofFinding: () => findingSentence("came", entry, connections),
  });
}
