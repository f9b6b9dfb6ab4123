import { breakKind } from "../../core/calendars/break-kind.ts";
import { connectionOf } from "../../core/calendars/find.ts";
import { useOf } from "../../core/calendars/use-of.ts";
import type { RememberedConnection } from "../../core/model/account-state.ts";
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

function connectionErrorCopy(context: Context, subject: ConnectionSubject): Copy {
  const connection = connectionOf(context.state, subject);
  if (!connection) return unidentifiedCopy(context, subject);
  const app = appName(connection);
  const kind = breakKind(connection);
  const common = {
    where: accountAtApp(connection),
    said: connection.message,
    consequence: t(`problem.connectionError.${useOf(context.state, connection)}`),
    link: linkTo(context, t("link.reconnect"), { page: "installed", slug: connection.appSlug }),
  };
  switch (kind) {
    case "unreadable":
      return copy({
        ...common,
        what: t("problem.connectionError.unreadable", [app]),
        todo: unreadableTodo(connection, app),
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
    case "revoked":
    case "noCalendars":
    case "unusable":
      return copy({
        ...common,
        what: t(`problem.connectionError.${kind}`, [app]),
        todo: t(`problem.connectionError.${kind}Todo`, [app]),
      });
  }
}

function unreadableTodo(connection: RememberedConnection, app: string): string {
  if (connection.delegationCredentialId !== null) {
    return t("problem.connectionError.delegationUnreadableTodo");
  }
  switch (connection.integration) {
    case "office365_calendar":
      return t("problem.connectionError.microsoftTodo", [app]);
    case "apple_calendar":
      return t("problem.connectionError.appleTodo", [app]);
    case "caldav_calendar":
    case "exchange_calendar":
    case "exchange2013_calendar":
    case "exchange2016_calendar":
      return t("problem.connectionError.passwordTodo", [app]);
    default:
      return t("problem.connectionError.unreadableTodo", [app]);
  }
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

function connectionGoneCopy(context: Context, subject: ConnectionSubject): Copy {
  const { app, where, slug, connection } = described(context, subject);
  return copy({
    what: t("problem.connectionGone.what", [app]),
    consequence: t(`problem.connectionGone.${useOf(context.state, connection)}`),
    todo: isDelegation(subject)
      ? t("problem.connectionGone.delegationTodo")
      : t("problem.connectionGone.todo", [app]),
    where,
    link: isDelegation(subject)
      ? linkTo(context, t("link.delegation"), { page: "delegation" })
      : linkTo(context, t("link.connect"), { page: "app", slug }),
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
  const recent = (connection?.breaks ?? []).filter((at) => context.now - at <= DAY).length;
  return copy({
    what: t("problem.flapping.what", [app]),
    consequence: plural("problem.flapping.consequence", recent),
    todo: t("problem.flapping.todo", [app]),
    where,
    link: linkTo(context, t("link.reconnect"), { page: "installed", slug }),
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
