import type { Deed, HistoryEntry } from "../../utils/core/history/history.ts";
import type { IconName } from "../shared/Icon.tsx";

/** The picture of what happened. */
export function entryIcon({ event, level, deed }: HistoryEntry): IconName {
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
    case "did":
      return deedIcon(deed);
  }
}

function deedIcon(deed: Deed | undefined): IconName {
  switch (deed) {
    case "key-replaced":
      return "lock";
    case "taken-back":
      return "again";
    case "snoozed":
    case "snooze-ended":
      return "past";
    case "unselect":
      return "unchecked";
    case "set-destination":
    case "keep-destination":
      return "destination";
    case "account-connected":
    case "expected":
    case "select":
    case undefined:
      return "check";
  }
}

/** The colour that it has; the words beside it say the same. */
export function entryTone({ event, level }: HistoryEntry): "error" | "warning" | "notice" | "good" | "plain" {
  if (event === "came") return level ?? "notice";
  return event === "recovered" ? "good" : "plain";
}
