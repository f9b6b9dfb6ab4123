import type { Rejection } from "../../cal-api/observation.ts";
import type { Memory } from "../../status/memory.ts";
import { calendarSubject } from "../../status/subject.ts";
import { t } from "../../words.ts";
import { type Context, type Copy, copy, linkTo } from "./copy.ts";
import { failureSentence, outageText } from "./failure-sentence.ts";
import { subjectName } from "./find.ts";

export function keyRejectedCopy(context: Context): Copy {
  const consequence = t("problem.keyRejected.consequence");
  const rejection: Rejection = context.memory.rejection ?? "invalid";
  if (rejection === "licence") {
    return copy({
      what: t("problem.keyRejected.licence"),
      consequence,
      todo: t("problem.keyRejected.licenceTodo"),
    });
  }
  return copy({
    what: t(`problem.keyRejected.${rejection}`),
    consequence,
    todo: t(rejection === "forbidden" ? "problem.keyRejected.forbiddenTodo" : "problem.keyRejected.todo"),
    link: linkTo(context, t("link.apiKeys"), { page: "api-keys" }),
    replaceKey: true,
  });
}

export function unreachableCopy(context: Context): Copy {
  const { lastFailure } = context.memory;
  const reason = lastFailure ? failureSentence(lastFailure) : "";
  return copy({
    what: outageText(context.memory, context.now),
    consequence: t("problem.unreachable.consequence"),
    // Of a device that is offline the reason itself says when it goes on.
    todo: lastFailure?.reason === "offline" ? reason : t("problem.unreachable.todo", [reason]).trim(),
  });
}

export function noConnectionsCopy(context: Context): Copy {
  return copy({
    what: t("problem.noConnections.what"),
    consequence: t("problem.noConnections.consequence"),
    todo: t("problem.noConnections.todo"),
    link: linkTo(context, t("link.connect"), { page: "calendars" }),
  });
}

export function nothingSelectedCopy(context: Context): Copy {
  const main = mainCalendar(context.memory);
  return copy({
    what: t("problem.nothingSelected.what"),
    consequence: t("problem.nothingSelected.consequence"),
    todo: main === null ? t("problem.nothingSelected.todo") : t("problem.nothingSelected.todoMain", [main]),
    link: linkTo(context, t("link.calendars"), { page: "calendars" }),
  });
}

/** That of the connection that bookings go to, if it has one, since that is what people look at. */
function mainCalendar(memory: Memory): string | null {
  const { current } = memory.destination;
  const mains = memory.connections.flatMap((connection) =>
    connection.calendars.filter(({ primary }) => primary).map((calendar) => ({ connection, calendar })),
  );
  const main = mains.find(({ calendar }) => calendar.externalId === current?.externalId) ?? mains[0];
  return main ? subjectName(memory, calendarSubject(main.connection, main.calendar.externalId)) : null;
}
