import type { JournaledAction } from "../../core/model/actions.ts";
import type { HistoryEntry } from "../../core/model/history.ts";
import { formatTime } from "../format-time.ts";
import { t } from "../i18n.ts";

/** What the sentence of an action may name. */
interface Told extends Pick<HistoryEntry, "name" | "at" | "until"> {
  calendar: string;
  /** The sentence of the finding that was marked. */
  ofFinding: () => string;
}

const SENTENCES = {
  connect: () => t("history.action.connect"),
  "replace-key": () => t("history.action.replace_key"),
  acknowledge: ({ ofFinding }) => t("history.action.acknowledge", [ofFinding()]),
  unacknowledge: ({ ofFinding }) => t("history.action.unacknowledge", [ofFinding()]),
  // Told from the day it was done on, whatever day it is read on.
  snooze: ({ until, at }) => t("history.action.snooze", [formatTime(until ?? at, at)]),
  "end-snooze": () => t("history.action.end_snooze"),
  "select-calendar": ({ calendar }) => t("history.action.select_calendar", [calendar]),
  "unselect-calendar": ({ calendar }) => t("history.action.unselect_calendar", [calendar]),
  "set-destination": ({ calendar }) => t("history.action.set_destination", [calendar]),
  "keep-destination": ({ name }) =>
    name === undefined ? t("history.action.keep_destination") : t("history.action.keep_named", [name]),
} satisfies Record<JournaledAction, (told: Told) => string>;

/**
 * What the person did here.
 * @param ofFinding the sentence of the finding that was marked
 */
export function actionSentence(
  { action, name, at, until }: Pick<HistoryEntry, "action" | "name" | "at" | "until">,
  ofFinding: () => string,
): string {
  if (action === undefined) return t("history.unclear");
  const sentence: (told: Told) => string = SENTENCES[action];
  return sentence({
    ...(name !== undefined && { name }),
    at,
    ...(until !== undefined && { until }),
    calendar: name ?? t("list.unnamed"),
    ofFinding,
  });
}
