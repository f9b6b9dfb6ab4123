import { connectionOf } from "../../core/calendars/find.ts";
import type { Account } from "../../core/model/account.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { Notice } from "../../core/model/changes.ts";
import { identity } from "../../core/model/finding.ts";
import type { Subject } from "../../core/model/subject.ts";
import { accountAtApp, appName } from "../app-name.ts";
import { counted } from "../counted.ts";
import { plural, t } from "../i18n.ts";
import type { Copy } from "../problems/copy.ts";
import { problemCopy } from "../problems/problem-copy.ts";
import { recoverySentence } from "./recovery-sentence.ts";

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
  const left = counted([context.state], "warning").problems;
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
 * A sentence about a connection together with whose it is, where another one is of the same app: "Cal.com has lost access to
 * Google Calendar (dana@example.com)".
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
