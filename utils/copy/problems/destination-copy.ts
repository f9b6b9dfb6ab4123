import type { Destination } from "../../cal-api/observation.ts";
import { isOwnCredential } from "../../core/calendars/destination.ts";
import { destinationConnections } from "../../core/calendars/destination-connections.ts";
import { isKeptInWebApp, isMovedFar } from "../../core/calendars/moved-far.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import { t } from "../i18n.ts";
import { destinationName } from "../names.ts";
import { type Context, type Copy, type CopyOf, copy, linkTo } from "./copy.ts";
import { restorable } from "./restore.ts";

export const DESTINATION_COPY: CopyOf<"destination"> = {
  "destination-missing": destinationMissingCopy,
  "destination-changed": destinationChangedCopy,
  "destination-broken": destinationBrokenCopy,
  "destination-read-only": destinationReadOnlyCopy,
};

function destinationMissingCopy(context: Context): Copy {
  return copy({
    what: t("problem.destinationMissing.what"),
    effect: t("problem.effect.calOnly"),
    consequence: t("problem.destinationMissing.consequence"),
    todo: t("problem.destinationMissing.todo"),
    link: chooseLink(context),
  });
}

function destinationChangedCopy(context: Context): Copy {
  const { remembered, current } = context.state.destination;
  const before = nameOf(context.state, remembered);
  const now = nameOf(context.state, current);
  const to = current === null ? "blank" : "moved";
  const isFar = isMovedFar(context.state);
  const todo = putBackTodo(context, before);
  return copy({
    what: t(`problem.destinationChanged.${to}`, [before, now]),
    effect: to === "blank" ? t("problem.effect.calOnly") : t("problem.effect.wentTo", [before]),
    consequence: t(`problem.destinationChanged.${isFar ? "movedFar" : to}Consequence`),
    todo: isKeptInWebApp(context.state) ? `${todo} ${t("problem.destinationChanged.keepFar", [now])}` : todo,
    link: chooseLink(context),
  });
}

/** What has to be done before bookings can be put back, and where. @param name of the calendar that they went to */
function putBackTodo({ state, now }: Context, name: string): string {
  const way = restorable(state, now);
  switch (way.kind) {
    case "now":
      return way.isBack
        ? t("problem.destinationChanged.back", [way.app, name])
        : t("problem.destinationChanged.putBack", [name]);
    case "afterConnecting":
      return t(`problem.destinationChanged.${way.byAdministrator ? "administratorFirst" : "connectFirst"}`, [
        way.app,
        name,
      ]);
    case "inWebApp":
      return t(
        way.isBroken ? "problem.destinationChanged.connectThenWebApp" : "problem.destinationChanged.inWebApp",
        [way.app, name],
      );
    case "readOnly":
      return t("problem.destinationChanged.readOnly", [name]);
    case "gone":
      return t("problem.destinationChanged.gone", [name]);
  }
}

function destinationBrokenCopy(context: Context): Copy {
  const { current } = context.state.destination;
  const name = nameOf(context.state, current);
  const nowhere = current !== null && !isInBrokenConnection(context.state, current);
  return copy({
    what: t(nowhere ? "problem.destinationBroken.nowhere" : "problem.destinationBroken.what", [name]),
    effect: t(nowhere ? "problem.effect.nowhere" : "problem.effect.calOnly"),
    consequence: t(
      nowhere ? "problem.destinationBroken.nowhereConsequence" : "problem.destinationBroken.consequence",
    ),
    todo: t(nowhere ? "problem.destinationBroken.nowhereTodo" : "problem.destinationBroken.todo"),
    link: chooseLink(context),
  });
}

function destinationReadOnlyCopy(context: Context): Copy {
  const isAnyWritable = context.state.connections.some(({ calendars }) =>
    calendars.some(({ readOnly }) => !readOnly),
  );
  return copy({
    what: t("problem.destinationReadOnly.what", [nameOf(context.state, context.state.destination.current)]),
    effect: t("problem.effect.notWritten"),
    consequence: t(
      isAnyWritable
        ? "problem.destinationReadOnly.consequence"
        : "problem.destinationReadOnly.noneConsequence",
    ),
    todo: t(isAnyWritable ? "problem.destinationReadOnly.todo" : "problem.destinationReadOnly.noneTodo"),
    link: chooseLink(context),
  });
}

function chooseLink(context: Context) {
  return linkTo(context, t("link.destination"), { page: "calendars" });
}

function nameOf(state: AccountState, destination: Destination | null): string {
  return destination === null ? t("list.unnamed") : destinationName(state, destination);
}

/** By its calendar where one is known, else by its credential, as far as the kind of app fits. */
function isInBrokenConnection(state: AccountState, destination: Destination): boolean {
  return state.connections.some(
    (connection) =>
      connection.condition === "broken" &&
      (destinationConnections(state, destination).includes(connection) ||
        (connection.integration === destination.integration && isOwnCredential(destination, connection))),
  );
}
