import type { Destination } from "../../cal-api/observation.ts";
import { isOwnCredential } from "../../core/calendars/destination.ts";
import { homesOf } from "../../core/calendars/destination-connections.ts";
import { destinationName } from "../../core/calendars/find.ts";
import { restorable } from "../../core/calendars/restore.ts";
import type { Memory } from "../../core/findings/account-state.ts";
import { t } from "../i18n.ts";
import { type Context, type Copy, copy, linkTo } from "./copy.ts";

export function destinationMissingCopy(context: Context): Copy {
  return copy({
    what: t("problem.destinationMissing.what"),
    consequence: t("problem.destinationMissing.consequence"),
    todo: t("problem.destinationMissing.todo"),
    link: chooseLink(context),
  });
}

export function destinationChangedCopy(context: Context): Copy {
  const { remembered, current } = context.memory.destination;
  const before = nameOf(context.memory, remembered);
  const now = nameOf(context.memory, current);
  const to = current === null ? "blank" : "moved";
  return copy({
    what: t(`problem.destinationChanged.${to}`, [before, now]),
    consequence: t(`problem.destinationChanged.${to}Consequence`),
    todo: putBackTodo(context, before),
    link: chooseLink(context),
  });
}

/** What has to be done before bookings can be put back, and where. @param name of the calendar that they went to */
function putBackTodo({ memory, now }: Context, name: string): string {
  const state = restorable(memory, now);
  switch (state.kind) {
    case "now":
      return state.isBack
        ? t("problem.destinationChanged.back", [state.app, name])
        : t("problem.destinationChanged.putBack", [name]);
    case "afterReconnecting":
      return t(
        `problem.destinationChanged.${state.byAdministrator ? "administratorFirst" : "reconnectFirst"}`,
        [state.app, name],
      );
    case "inWebApp":
      return t(
        state.isBroken
          ? "problem.destinationChanged.reconnectThenWebApp"
          : "problem.destinationChanged.inWebApp",
        [state.app, name],
      );
    case "readOnly":
      return t("problem.destinationChanged.readOnly", [name]);
    case "gone":
      return t("problem.destinationChanged.gone", [name]);
  }
}

export function destinationBrokenCopy(context: Context): Copy {
  const { current } = context.memory.destination;
  const name = nameOf(context.memory, current);
  const nowhere = current !== null && !isInBrokenConnection(context.memory, current);
  return copy({
    what: t(nowhere ? "problem.destinationBroken.nowhere" : "problem.destinationBroken.what", [name]),
    consequence: t(
      nowhere ? "problem.destinationBroken.nowhereConsequence" : "problem.destinationBroken.consequence",
    ),
    todo: t(nowhere ? "problem.destinationBroken.nowhereTodo" : "problem.destinationBroken.todo"),
    link: chooseLink(context),
  });
}

export function destinationReadOnlyCopy(context: Context): Copy {
  const isAnyWritable = context.memory.connections.some(({ calendars }) =>
    calendars.some(({ readOnly }) => !readOnly),
  );
  return copy({
    what: t("problem.destinationReadOnly.what", [nameOf(context.memory, context.memory.destination.current)]),
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

function nameOf(memory: Memory, destination: Destination | null): string {
  return destination === null ? t("list.unnamed") : destinationName(memory, destination);
}

/** By its calendar where one is known, else by its credential, as far as the kind of app fits. */
function isInBrokenConnection(memory: Memory, destination: Destination): boolean {
  return memory.connections.some(
    (connection) =>
      connection.condition === "broken" &&
      (homesOf(memory, destination).includes(connection) ||
        (connection.integration === destination.integration && isOwnCredential(destination, connection))),
  );
}
