import type { JournaledAction } from "../../utils/core/model/actions.ts";
import type { HistoryEntry } from "../../utils/core/model/history.ts";
import type { IconName } from "../common/Icon.tsx";

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
      return action ? ACTION_ICONS[action] : "check";
  }
}

const ACTION_ICONS: Record<JournaledAction, IconName> = {
  connect: "check",
  "replace-key": "lock",
  acknowledge: "check",
  unacknowledge: "again",
  snooze: "past",
  "end-snooze": "past",
  "snooze-problem": "past",
  "end-snooze-problem": "past",
  "select-calendar": "check",
  "unselect-calendar": "unchecked",
  "set-destination": "destination",
  "keep-destination": "destination",
  "restore-event-types": "destination",
  "remove-connection": "gone",
  "restore-everything": "check",
  "dismiss-mending": "past",
};
