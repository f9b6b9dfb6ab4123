import { breakKind } from "../../core/calendars/break-kind.ts";
import { connectionOf } from "../../core/calendars/find.ts";
import { isToBeRemoved } from "../../core/calendars/replaced.ts";
import { isAskedForOthers, useOf } from "../../core/calendars/use-of.ts";
import type { RememberedConnection } from "../../core/model/account-state.ts";
import type { Finding } from "../../core/model/finding.ts";
import { type ConnectionSubject, isDelegation } from "../../core/model/subject.ts";
import { accountAtApp, shortAppName } from "../app-name.ts";
import { t } from "../i18n.ts";
import { hintOf, ofServer, weeklyReason } from "./connection-hints.ts";
import { type Context, type Copy, copy, linkTo } from "./copy.ts";

/** Of a connection that Cal.com can't use: why, as far as it says, and what that does to bookings. */
export function connectionErrorCopy(context: Context, subject: ConnectionSubject, finding: Finding): Copy {
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
