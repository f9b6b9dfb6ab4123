import { subjectName } from "../../../utils/copy/names.ts";
import { isSettable } from "../../../utils/core/calendars/settable.ts";
import type { AccountState } from "../../../utils/core/model/account-state.ts";
import { type CalendarSubject, calendarSubject } from "../../../utils/core/model/subject.ts";

/** A calendar that bookings can be added to from here. */
export interface Choice {
  calendar: CalendarSubject;
  name: string;
}

/** All of them, in the order of the list. */
export function choicesOf(state: AccountState): Choice[] {
  return state.connections.flatMap((connection) =>
    connection.calendars
      .filter((calendar) => isSettable(connection, calendar))
      .map(({ externalId }) => {
        const calendar = calendarSubject(connection, externalId);
        return { calendar, name: subjectName(state, calendar) };
      }),
  );
}
