import type { AccountState } from "../model/account-state.ts";
import { type CalendarSubject, calendarSubject } from "../model/subject.ts";

/** That of the connection that bookings go to, if it has one, since that is what people look at; null where none is marked. */
export function mainCalendar(state: AccountState): CalendarSubject | null {
  const { current } = state.destination;
  const mains = state.connections.flatMap((connection) =>
    connection.calendars.filter(({ primary }) => primary).map((calendar) => ({ connection, calendar })),
  );
  const main = mains.find(({ calendar }) => calendar.externalId === current?.externalId) ?? mains[0];
  return main ? calendarSubject(main.connection, main.calendar.externalId) : null;
}
