import { connectionOf } from "../../core/calendars/find.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { Subject } from "../../core/model/subject.ts";
import { accountAtApp, appName } from "../app-name.ts";
import { t } from "../i18n.ts";

/**
 * A sentence about a connection together with whose it is, where another one is of the same app: "Cal.com has lost access to
 * Google Calendar (dana@example.com)".
 */
export function withWhose(state: AccountState, subject: Subject, sentence: string): string {
  const connection = subject.type === "connection" ? connectionOf(state, subject) : undefined;
  if (!connection) return sentence;
  const app = appName(connection);
  const whose = accountAtApp(connection);
  const isOnly = state.connections.filter((one) => appName(one) === app).length < 2;
  if (isOnly || whose === null) return sentence;
  return t("notification.whose", [sentence, whose]);
}
