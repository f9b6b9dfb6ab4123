import { addingOf } from "../../core/calendars/adding.ts";
import { breakKind } from "../../core/calendars/break-kind.ts";
import { connectionOf } from "../../core/calendars/find.ts";
import { replacementOf } from "../../core/calendars/replaced.ts";
import { useOf } from "../../core/calendars/use-of.ts";
import { breaksWeekly } from "../../core/calendars/weekly-breaks.ts";
import type { RememberedConnection } from "../../core/model/account-state.ts";
import type { Finding } from "../../core/model/finding.ts";
import { type ConnectionSubject, isDelegation } from "../../core/model/subject.ts";
import { DAY } from "../../core/time.ts";
import { accountAtApp, appName } from "../app-name.ts";
import { plural, t } from "../i18n.ts";
import { type Context, type Copy, type CopyOf, copy, linkTo } from "./copy.ts";

export const CONNECTION_COPY: CopyOf<"connection"> = {
  "connection-error": connectionErrorCopy,
  "connection-gone": connectionGoneCopy,
  "connection-unchecked": connectionUncheckedCopy,
  "connection-twice": connectionTwiceCopy,
  flapping: flappingCopy,
};

function connectionErrorCopy(context: Context, subject: ConnectionSubject, finding: Finding): Copy {
  const connection = connectionOf(context.state, subject);
  if (!connection) return unidentifiedCopy(context, subject);
  if (replacementOf(context.state, connection)) return replacedCopy(context, connection);
  const app = appName(connection);
  const kind = breakKind(connection);
  const common = {
    where: accountAtApp(connection),
    said: connection.message,
    consequence: t(`problem.connectionError.${useOf(context.state, connection)}`),
    link: linkTo(context, t("link.connectAgain"), { page: "app", slug: connection.appSlug }),
  };
  const again = [weeklyReason(context, connection, finding), connectAgain(connection)]
    .filter((sentence) => sentence !== null)
    .join(" ");
  switch (kind) {
    case "unreadable":
      return copy({
        ...common,
        what: t("problem.connectionError.unreadable", [app]),
        todo: isDelegation(connection)
          ? t("problem.connectionError.delegationUnreadableTodo")
          : `${t(hintOf(connection))} ${again}`,
      });
    case "feed":
      return copy({
        ...common,
        what: t("problem.connectionError.feed"),
        consequence: t("problem.connectionError.feedConsequence"),
        todo: t("problem.connectionError.feedTodo"),
      });
    case "delegation":
      return copy({
        ...common,
        what: t("problem.connectionError.delegation", [app]),
        todo: t("problem.connectionError.delegationTodo"),
        link: linkTo(context, t("link.delegation"), { page: "delegation" }),
      });
    case "noCalendars":
      return copy({
        ...common,
        what: t("problem.connectionError.noCalendars", [app]),
        todo: `${t("problem.connectionError.noCalendarsTodo")} ${again}`,
      });
    case "unusable":
      return copy({
        ...common,
        what: t("problem.connectionError.unusable", [app]),
        todo: t(`problem.connectionError.unusableTodo${ofServer(context)}`),
        link: linkTo(context, t("link.calendars"), { page: "calendars" }),
      });
    case "revoked":
      return copy({ ...common, what: t("problem.connectionError.revoked", [app]), todo: again });
  }
}

/** Cal.com lists it beside the one that stands for it, until the person removes it. */
function replacedCopy(context: Context, connection: RememberedConnection): Copy {
  const app = appName(connection);
  return copy({
    what: t("problem.connectionReplaced.what", [app]),
    consequence: t("problem.connectionReplaced.consequence", [app]),
    todo: t("problem.connectionReplaced.todo"),
    where: accountAtApp(connection),
    said: connection.message,
    link: linkTo(context, t("link.removeOld"), { page: "installed", slug: connection.appSlug }),
  });
}

function connectAgain(connection: RememberedConnection): string {
  return t(`problem.connectAgain.${addingOf(connection)}`, [appName(connection)]);
}

/** What else may have happened where Cal.com says only that it can't read the calendars. */
function hintOf({ integration }: RememberedConnection) {
  switch (integration) {
    case "office365_calendar":
      return "problem.connectionError.microsoft";
    case "apple_calendar":
      return "problem.connectionError.apple";
    case "caldav_calendar":
    case "exchange_calendar":
    case "exchange2013_calendar":
    case "exchange2016_calendar":
      return "problem.connectionError.password";
    default:
      return "problem.connectionError.mayPass";
  }
}

/** That it breaks every seven days, and why as far as that can be told; null where it does not. */
function weeklyReason(
  { account }: Context,
  connection: RememberedConnection,
  { confirmedAt, since }: Finding,
): string | null {
  if (!breaksWeekly(connection, confirmedAt ?? since)) return null;
  if (account.region !== "self-hosted") return t("problem.weekly.any");
  return t(`problem.weekly.${connection.integration === "google_calendar" ? "google" : "server"}`);
}

/** Of a server of one's own there is somebody to ask. */
function ofServer({ account }: Context): "" | "Server" {
  return account.region === "self-hosted" ? "Server" : "";
}

/** An entry of the answer that could not be told from any other. */
function unidentifiedCopy(context: Context, subject: ConnectionSubject): Copy {
  const app =
    subject.integration === "" ? null : appName({ appName: null, integration: subject.integration });
  return copy({
    what: app ? t("problem.connectionError.malformedApp", [app]) : t("problem.connectionError.malformed"),
    consequence: t("problem.connectionError.malformedConsequence"),
    todo: t("problem.connectionError.malformedTodo"),
    link: linkTo(context, t("link.calendars"), { page: "calendars" }),
  });
}

function connectionGoneCopy(context: Context, subject: ConnectionSubject, finding: Finding): Copy {
  const { app, where, slug, connection } = described(context, subject);
  const common = {
    what: t("problem.connectionGone.what", [app]),
    consequence: t(`problem.connectionGone.${useOf(context.state, connection)}`),
    where,
  };
  if (isDelegation(subject)) {
    const link = linkTo(context, t("link.delegation"), { page: "delegation" });
    return copy({ ...common, todo: t("problem.connectionGone.delegationTodo"), link });
  }
  const anew = t(`problem.connectAnew.${addingOf(subject)}`, [app]);
  const todo = t(`problem.connectionGone.todo${ofServer(context)}`, [anew]);
  const weekly = connection && weeklyReason(context, connection, finding);
  return copy({
    ...common,
    todo: weekly ? `${todo} ${weekly}` : todo,
    link: linkTo(context, t("link.connectAgain"), { page: "app", slug }),
  });
}

function connectionUncheckedCopy(context: Context, subject: ConnectionSubject): Copy {
  const { app, where } = described(context, subject);
  return copy({
    what: t("problem.connectionUnchecked.what", [app]),
    consequence: t("problem.connectionUnchecked.consequence"),
    todo: t("problem.connectionUnchecked.todo"),
    where,
    link: linkTo(context, t("link.calendars"), { page: "calendars" }),
  });
}

function connectionTwiceCopy(context: Context, subject: ConnectionSubject): Copy {
  const { app, where } = described(context, subject);
  return copy({
    what: t("problem.connectionTwice.what", [app]),
    consequence: t("problem.connectionTwice.consequence"),
    todo: t("problem.connectionTwice.todo"),
    where,
    link: linkTo(context, t("link.calendars"), { page: "calendars" }),
  });
}

function flappingCopy(context: Context, subject: ConnectionSubject): Copy {
  const { app, where, slug, connection } = described(context, subject);
  const isBroken = connection?.condition === "broken";
  // By the answer that found it so: until the next one nothing is known that would change it.
  const found = context.state.lastGoodAt ?? context.now;
  const recent = (connection?.breaks ?? []).filter((at) => found - at < DAY).length;
  return copy({
    what: t("problem.flapping.what", [app]),
    consequence: plural("problem.flapping.consequence", recent),
    todo: t(isBroken ? "problem.flapping.todoBroken" : "problem.flapping.todo", [app]),
    where,
    link: isBroken
      ? linkTo(context, t("link.connectAgain"), { page: "app", slug })
      : linkTo(context, t("link.calendars"), { page: "calendars" }),
  });
}

function described(context: Context, subject: ConnectionSubject) {
  const connection = connectionOf(context.state, subject);
  return {
    connection,
    app: appName(connection ?? { appName: null, integration: subject.integration }),
    where: connection ? accountAtApp(connection) : null,
    slug: connection?.appSlug ?? null,
  };
}
