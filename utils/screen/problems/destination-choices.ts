import { subjectName } from "../../copy/names.ts";
import { countedAs } from "../../core/calendars/distinct.ts";
import { isSettable } from "../../core/calendars/settable.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import { type CalendarSubject, calendarSubject } from "../../core/model/subject.ts";

/** A calendar that bookings can be added to from here. */
export interface Choice {
  calendar: CalendarSubject;
  name: string;
}

/** All of them, in the order of the list: one that several connections list is one choice, since Cal.com takes the first. */
export function choicesOf(state: AccountState): Choice[] {
  const subjects = state.connections.flatMap((connection) =>
    connection.calendars
      .filter((calendar) => isSettable(connection, calendar))
      .map(({ externalId }) => calendarSubject(connection, externalId)),
  );
  return [...Map.groupBy(subjects, countedAs).values()].flatMap(([calendar]) =>
    calendar ? [{ calendar, name: subjectName(state, calendar) }] : [],
  );
}
