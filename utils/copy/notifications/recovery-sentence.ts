import { isFeed } from "../../core/calendars/feed.ts";
import { connectionOf } from "../../core/calendars/find.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { Notice } from "../../core/model/changes.ts";
import type { Subject } from "../../core/model/subject.ts";
import { appName } from "../app-name.ts";
import { t, underscored } from "../i18n.ts";
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
  const isFeedBack = kind === "calendar-gone" && subject.type === "calendar" && isFeed(subject.integration);
  const sentence = isFeedBack ? "feed" : underscored(kind);
  return t(`notification.recovery.${sentence}`, [nameOf(state, subject)]);
}

function nameOf(state: AccountState, subject: Subject): string {
  switch (subject.type) {
    case "calendar":
      return subjectName(state, subject);
    case "connection":
      return appName(connectionOf(state, subject) ?? { appName: null, integration: subject.integration });
    case "account":
      return "";
    case "destination": {
      const { current } = state.destination;
      return current === null ? t("list.unnamed") : destinationName(state, current);
    }
  }
}
