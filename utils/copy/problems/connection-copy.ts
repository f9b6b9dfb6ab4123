import { breakKind, needsAdministrator } from "../../core/calendars/break-kind.ts";
import { connectionOf } from "../../core/calendars/find.ts";
import { isToBeRemoved, replacementOf } from "../../core/calendars/replaced.ts";
import { isAskedForOthers, useOf } from "../../core/calendars/use-of.ts";
import { breaksWeekly } from "../../core/calendars/weekly-breaks.ts";
import type { RememberedConnection } from "../../core/model/account-state.ts";
import type { Finding } from "../../core/model/finding.ts";
import { type ConnectionSubject, isDelegation } from "../../core/model/subject.ts";
import { DAY } from "../../core/time.ts";
import { accountAtApp, shortAppName } from "../app-name.ts";
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
  if (isToBeRemoved(context.state, connection)) return replacedCopy(context, connection);
  const app = shortAppName(connection);
  const kind = breakKind(connection);
  const common = {
    where: accountAtApp(connection),
    said: connection.message,
    ...brokenConsequence(context, connection),
    link: connectLink(context, connection),
  };
  // Beside the steps in which it is connected again: only what they do not say.
  const again = isDelegation(connection)
    ? t("problem.connectionError.delegationTodo")
    : (weeklyReason(context, connection, finding) ?? "");
  switch (kind) {
    case "unreadable":
      return copy({
        ...common,
        what: t("problem.connectionError.unreadable", [app]),
        todo: isDelegation(connection)
          ? t("problem.connectionError.delegationUnreadableTodo")
          : `${t(hintOf(connection))} ${again}`.trimEnd(),
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
        todo: `${t("problem.connectionError.noCalendarsTodo")} ${again}`.trimEnd(),
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

function brokenConsequence({ state }: Context, connection: RememberedConnection) {
  const use = useOf(state, connection);
  const beside = isAskedForOthers(state, connection) ? "Beside" : "";
  switch (use) {
    case "both":
    case "checked":
      return { effect: t("problem.effect.broken"), consequence: t(`problem.connectionError.${use}`) };
    case "bookings":
      return {
        effect: t(`problem.effect.brokenBookings${beside}`),
        consequence: t(`problem.connectionError.bookings${beside}`),
      };
    case "none":
      return {
        effect: t(`problem.effect.brokenNone${beside}`),
        consequence: t(`problem.connectionError.none${beside}`),
      };
  }
}

function goneEffect({ state }: Context, connection: RememberedConnection | undefined): string {
  switch (useOf(state, connection)) {
    case "both":
    case "checked":
      return t("problem.effect.gone");
    case "bookings":
      return t("problem.effect.goneBookings");
    case "none":
      return t("problem.effect.brokenNone");
  }
}

/** To where it can be mended: what comes through an organization, only its administrator can. */
function connectLink(context: Context, connection: RememberedConnection): Copy["link"] {
  return isDelegation(connection)
    ? linkTo(context, t("link.delegation"), { page: "delegation" })
    : linkTo(context, t("link.connectAgain"), { page: "app", slug: connection.appSlug });
}

/** Cal.com lists it beside the one that stands for it, until the person removes it. */
function replacedCopy(context: Context, connection: RememberedConnection): Copy {
  const app = shortAppName(connection);
  return copy({
    what: t("problem.connectionReplaced.what", [app]),
    effect: t("problem.effect.replaced"),
    consequence: t("problem.connectionReplaced.consequence", [app]),
    todo: "",
    where: accountAtApp(connection),
    said: connection.message,
    link: linkTo(context, t("link.removeOld"), { page: "installed", slug: connection.appSlug }),
  });
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
    subject.integration === "" ? null : shortAppName({ appName: null, integration: subject.integration });
  return copy({
    what: app ? t("problem.connectionError.malformedApp", [app]) : t("problem.connectionError.malformed"),
    effect: t("problem.effect.unclear"),
    consequence: t("problem.connectionError.malformedConsequence"),
    todo: t("problem.connectionError.malformedTodo"),
    link: linkTo(context, t("link.calendars"), { page: "calendars" }),
  });
}

function connectionGoneCopy(context: Context, subject: ConnectionSubject, finding: Finding): Copy {
  const { app, where, slug, connection } = described(context, subject);
  const common = {
    what: t("problem.connectionGone.what", [app]),
    effect: goneEffect(context, connection),
    consequence: t(`problem.connectionGone.${useOf(context.state, connection)}`),
    where,
  };
  if (isDelegation(subject)) {
    const link = linkTo(context, t("link.delegation"), { page: "delegation" });
    return copy({ ...common, todo: t("problem.connectionGone.delegationTodo"), link });
  }
  const todo = t(`problem.connectionGone.todo${ofServer(context)}`);
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
    effect: t("problem.effect.unchecked"),
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
    effect: t("problem.effect.twice"),
    consequence: t("problem.connectionTwice.consequence"),
    todo: t("problem.connectionTwice.todo"),
    where,
    link: linkTo(context, t("link.calendars"), { page: "calendars" }),
  });
}

function flappingCopy(context: Context, subject: ConnectionSubject): Copy {
  const { app, where, slug, connection } = described(context, subject);
  const connects =
    connection?.condition === "broken" &&
    !needsAdministrator(connection) &&
    !replacementOf(context.state, connection);
  // By the answer that found it so: until the next one nothing is known that would change it.
  const found = context.state.lastGoodAt ?? context.now;
  const recent = (connection?.breaks ?? []).filter((at) => found - at < DAY).length;
  return copy({
    what: t("problem.flapping.what", [app]),
    effect: plural("problem.effect.flapping", recent),
    consequence: plural("problem.flapping.consequence", recent),
    todo: t(connects ? "problem.flapping.todoBroken" : "problem.flapping.todo", [app]),
    where,
    link: connects
      ? linkTo(context, t("link.connectAgain"), { page: "app", slug })
      : linkTo(context, t("link.calendars"), { page: "calendars" }),
  });
}

function described(context: Context, subject: ConnectionSubject) {
  const connection = connectionOf(context.state, subject);
  return {
    connection,
    app: shortAppName(connection ?? { appName: null, integration: subject.integration }),
    where: connection ? accountAtApp(connection) : null,
    slug: connection?.appSlug ?? null,
  };
}
