import { accountAtApp, appName } from "../../copy/app-name.ts";
import { formatTime } from "../../copy/format-time.ts";
import { t } from "../../copy/i18n.ts";
import type { Context } from "../../copy/problems/copy.ts";
import { breakKind, needsAdministrator } from "../../core/calendars/break-kind.ts";
import { connectionOf } from "../../core/calendars/find.ts";
import { replacementOf } from "../../core/calendars/replaced.ts";
import type { AccountState, RememberedConnection } from "../../core/model/account-state.ts";
import type { Reconnection } from "../../core/model/records.ts";
import { type ConnectionSubject, connectionKey, isUnreadable } from "../../core/model/subject.ts";
import { placeUrl } from "../../core/web-app-places.ts";
import { type Fix, type FixContext, NO_FIX } from "./fix.ts";

/**
 * For an app that has to be connected again: by the person, or by an administrator of the organization. Nothing where that would make
 * one connection too many, or changes nothing.
 */
export function connectionFix(context: FixContext, subject: ConnectionSubject): Fix {
  const { account, state, reconnections } = context;
  const connection = connectionOf(state, subject);
  if (!connection || isUnreadable(connection)) return NO_FIX;
  if (needsAdministrator(connection))
    return { ...NO_FIX, administratorText: administratorText(context, connection) };
  if (account.webUrl === null || !helps(state, connection)) return NO_FIX;
  const key = connectionKey(subject);
  const last = reconnections.findLast((one) => connectionKey(one) === key);
  return {
    ...NO_FIX,
    buttons: [
      {
        label: t("reconnect.button"),
        message: { type: "reconnect", accountId: account.id, connection: subject },
        done: t("reconnect.done"),
      },
    ],
    reconnecting: last ? becameOf(last, connection.condition === "missing", context.now) : null,
    replacesLink: true,
  };
}

/** For one that is broken or gone: the steps to have everything as it was. Nothing where connecting it again changes nothing. */
export function mendingFix(context: FixContext, connection: ConnectionSubject): Fix {
  const { state } = context;
  const known = connectionOf(state, connection);
  if (!known || isUnreadable(known)) return NO_FIX;
  const isUnusable = known.condition === "broken" && breakKind(known) === "unusable";
  if (isUnusable && !replacementOf(state, known)) return NO_FIX;
  return { ...NO_FIX, mending: { context, connection }, replacesLink: true };
}

function helps(state: AccountState, connection: RememberedConnection): boolean {
  const { condition } = connection;
  if (condition === "healthy" || replacementOf(state, connection)) return false;
  return condition === "missing" || breakKind(connection) !== "unusable";
}

/** What became of making a connection anew, as a sentence; null where there is nothing to say. */
export function becameOf(
  { openedAt, lookedAt, recovered }: Reconnection,
  isGone: boolean,
  now: number,
): string | null {
  if (lookedAt === null) return t("reconnect.opened", [formatTime(openedAt, now)]);
  // One that recovered and broke again is a new break.
  if (recovered) return null;
  return t(isGone ? "reconnect.stillGone" : "reconnect.stillBroken", [formatTime(lookedAt, now)]);
}

/** What to send to whoever administers the organization: which app, what Cal.com says, whose calendars, and where to look. */
export function administratorText({ account }: Context, connection: RememberedConnection): string {
  const { condition, message } = connection;
  const whose = accountAtApp(connection) ?? account.user.email;
  const page = placeUrl(account.webUrl, { page: "delegation" });
  return [
    t(condition === "missing" ? "reconnect.textGone" : "reconnect.text", [appName(connection)]),
    condition === "broken" && message !== null ? t("reconnect.textSays", [message]) : null,
    whose === null ? null : t("reconnect.textWhose", [whose]),
    page === null ? t("reconnect.textWhereUnknown") : t("reconnect.textWhere", [page]),
  ]
    .filter((line) => line !== null)
    .join("\n");
}
