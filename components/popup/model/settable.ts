import { SETTABLE_DESTINATIONS } from "../../../utils/cal-api/settable-destinations.ts";
import type { Memory, RememberedCalendar, RememberedConnection } from "../../../utils/status/memory.ts";
import { type CalendarSubject, calendarSubject, isUnreadable } from "../../../utils/status/subject.ts";
import { subjectName } from "../../../utils/telling/copy/find.ts";

/** A calendar that bookings can be added to from here. */
export interface Choice {
  calendar: CalendarSubject;
  name: string;
}

/** All of them, in the order of the list. */
export function choicesOf(memory: Memory): Choice[] {
  return memory.connections.flatMap((connection) =>
    connection.calendars
      .filter((calendar) => isSettable(connection, calendar))
      .map(({ externalId }) => {
        const calendar = calendarSubject(connection, externalId);
        return { calendar, name: subjectName(memory, calendar) };
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
