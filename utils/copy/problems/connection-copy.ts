import { needsAdministrator } from "../../core/calendars/break-kind.ts";
import { connectionOf } from "../../core/calendars/find.ts";
import { replacementOf } from "../../core/calendars/replaced.ts";
import { useOf } from "../../core/calendars/use-of.ts";
import type { RememberedConnection } from "../../core/model/account-state.ts";
import type { Finding } from "../../core/model/finding.ts";
import { type ConnectionSubject, isDelegation } from "../../core/model/subject.ts";
import { DAY } from "../../core/time.ts";
import { accountAtApp, shortAppName } from "../app-name.ts";
import { plural, t } from "../i18n.ts";
import { connectionErrorCopy } from "./connection-error-copy.ts";
import { ofServer, weeklyReason } from "./connection-hints.ts";
import { type Context, type Copy, type CopyOf, copy, linkTo } from "./copy.ts";

export const CONNECTION_COPY: CopyOf<"connection"> = {
  "connection-error": connectionErrorCopy,
  "connection-gone": connectionGoneCopy,
  "connection-unchecked": connectionUncheckedCopy,
  "connection-twice": connectionTwiceCopy,
  flapping: flappingCopy,
};

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
