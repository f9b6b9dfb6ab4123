import { isFeed } from "../../core/calendars/feed.ts";
import { connectionOf } from "../../core/calendars/find.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { Notice } from "../../core/model/changes.ts";
import type { Subject } from "../../core/model/subject.ts";
import { appName } from "../app-name.ts";
import { t } from "../i18n.ts";
import { destinationName, subjectName } from "../names.ts";

/**
 * What is right again, for a finding whose subject was seen right. "Again" is said only where it was right before: much of
 * it may have been wrong from the first answer on.
 * @param state as it is after that answer
 */
export function recoverySentence(
  state: AccountState,
  { kind, subject }: Pick<Notice, "kind" | "subject">,
): string {
  switch (kind) {
    case "key-rejected":
      return t("notification.recovery.keyRejected");
    case "unreachable":
      return t("notification.recovery.unreachable");
    case "no-connections":
      return t("notification.recovery.noConnections");
    case "nothing-selected":
      return t("notification.recovery.nothingSelected");
    case "connection-error":
    case "flapping":
      return t("notification.recovery.connectionError", [nameOf(state, subject)]);
    case "connection-gone":
      return t("notification.recovery.connectionGone", [nameOf(state, subject)]);
    case "connection-unchecked":
      return t("notification.recovery.connectionUnchecked", [nameOf(state, subject)]);
    case "calendar-gone":
      return calendarIsBack(state, subject);
    case "selection-lost":
      return t("notification.recovery.selectionLost", [nameOf(state, subject)]);
    case "not-selected":
      return t("notification.recovery.notSelected", [nameOf(state, subject)]);
    case "read-only":
      return t("notification.recovery.readOnly", [nameOf(state, subject)]);
    case "destination-missing":
      return t("notification.recovery.destinationMissing", [nameOf(state, subject)]);
    case "destination-changed":
      return t("notification.recovery.destinationChanged", [nameOf(state, subject)]);
    case "destination-broken":
    case "destination-read-only":
      return t("notification.recovery.destinationBroken", [nameOf(state, subject)]);
  }
}

function calendarIsBack(state: AccountState, subject: Subject): string {
  const feed = "integration" in subject && isFeed(subject.integration);
  return t(feed ? "notification.recovery.feed" : "notification.recovery.calendarGone", [
    nameOf(state, subject),
  ]);
}

function nameOf(state: AccountState, subject: Subject): string {
  switch (subject.type) {
    case "calendar":
      return subjectName(state, subject);
    case "connection":
      return appName(connectionOf(state, subject) ?? { appName: null, integration: subject.integration });
    case "account":
    case "destination": {
      const { current } = state.destination;
      return current === null ? t("list.unnamed") : destinationName(state, current);
    }
  }
}
