import type { HistoryEntry, JournaledAction } from "../../utils/core/model/history.ts";
import type { IconName } from "../shared/Icon.tsx";

/** The picture of what happened. */
export function entryIcon({ event, level, action }: HistoryEntry): IconName {
  switch (event) {
    case "came":
      return level ?? "notice";
    case "recovered":
    case "selected":
      return "check";
    case "ended":
      return "gone";
    case "unselected":
      return "unchecked";
    case "destination":
      return "destination";
    case "action":
      return actionIcon(action);
  }
}

function actionIcon(action: JournaledAction | undefined): IconName {
  switch (action) {
    case "replace-key":
      return "lock";
    case "unacknowledge":
      return "again";
    case "snooze":
    case "end-snooze":
      return "past";
    case "unselect-calendar":
      return "unchecked";
    case "set-destination":
    case "keep-destination":
      return "destination";
    case "connect":
    case "acknowledge":
    case "select-calendar":
    case undefined:
      return "check";
  }
}

/** The colour that it has; the words beside it say the same. */
export function entryTone({ event, level }: HistoryEntry): "error" | "warning" | "notice" | "good" | "plain" {
  if (event === "came") return level ?? "notice";
  return event === "recovered" ? "good" : "plain";
}
