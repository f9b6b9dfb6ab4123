import { isFeed } from "../../core/calendars/feed.ts";
import { connectionOf } from "../../core/calendars/find.ts";
import type { Account } from "../../core/model/account.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { Notice } from "../../core/model/changes.ts";
import { identity } from "../../core/model/finding.ts";
import type { Subject } from "../../core/model/subject.ts";
import { accountAtApp, appName } from "../app-name.ts";
import { counted } from "../counted.ts";
import { plural, t, underscored } from "../i18n.ts";
import { destinationName, eventTypeName, subjectName } from "../names.ts";
import type { Copy } from "../problems/copy.ts";
import { problemCopy } from "../problems/problem-copy.ts";

interface Context {
  account: Account;
  /** All that are watched. */
  accounts: readonly Account[];
  state: AccountState;
  /** ms since the epoch */
  now: number;
}

/** What is wrong, in the words of the popup, or what is right again. */
export function sentenceOf(context: Context, notice: Notice): string {
  const { state } = context;
  const sentence = notice.recovered ? recoverySentence(state, notice) : copyOf(context, notice)?.what;
  return withWhose(state, notice.subject, sentence ?? "");
}

/** What that does to bookings, or how much else is wrong. */
export function meaningOf(context: Context, notice: Notice): string {
  if (!notice.recovered) return copyOf(context, notice)?.consequence ?? "";
  const { problems, snoozed } = counted([context.state], "warning", context.now);
  // What the person does not want to hear of for a while is wrong all the same.
  const left = problems + snoozed;
  // Of other accounts nothing is looked up here, so nothing is said.
  if (context.accounts.length > 1) {
    return left === 0 ? t("notification.noneLeftHere") : plural("notification.leftHere", left);
  }
  return left === 0 ? t("notification.noneLeft") : plural("notification.left", left);
}

function copyOf(context: Context, notice: Notice): Copy | undefined {
  const id = identity(notice);
  const finding = context.state.findings.find(
    // The kind alone rules most of them out, and there may be thousands.
    (one) => one.kind === notice.kind && identity(one) === id,
  );
  return finding && problemCopy(context, finding);
}

/**
 * A sentence about a connection together with whose it is, where another one is of the same app: "No access to Google
 * (dana@example.com)".
 */
function withWhose(state: AccountState, subject: Subject, sentence: string): string {
  const connection = subject.type === "connection" ? connectionOf(state, subject) : undefined;
  if (!connection) return sentence;
  const app = appName(connection);
  const whose = accountAtApp(connection);
  const isOnly = state.connections.filter((one) => appName(one) === app).length < 2;
  if (isOnly || whose === null) return sentence;
  return t("notification.whose", [sentence, whose]);
}

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
    case "eventType":
      return eventTypeName(state, subject);
  }
}
