import type { AccountState, RememberedCalendar, RememberedConnection } from "../findings/account-state.ts";
import { type CalendarSubject, calendarSubject, isUnreadable } from "../findings/subject.ts";
import { subjectName } from "./find.ts";
import { SETTABLE_DESTINATIONS } from "./settable-destinations.ts";

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

function isSettable(connection: RememberedConnection, calendar: RememberedCalendar): boolean {
  return (
    SETTABLE_DESTINATIONS.has(connection.integration) &&
    isLive(connection, calendar) &&
    !calendar.readOnly &&
    !isUnreadable(connection)
  );
}

/** Whether Cal.com's last answer listed it. */
export function isLive({ condition }: RememberedConnection, { missing }: RememberedCalendar): boolean {
  return condition === "healthy" && !missing;
}
