import type { Destination } from "../../../utils/cal-api/observation.ts";
import type { Memory, RememberedCalendar, RememberedConnection } from "../../../utils/status/memory.ts";
import { type CalendarSubject, type ConnectionId, connectionKey } from "../../../utils/status/subject.ts";
import { calendarName } from "../../shared/calendar-name.ts";

export function connectionOf(memory: Memory, id: ConnectionId): RememberedConnection | undefined {
  const key = connectionKey(id);
  return memory.connections.find((connection) => connectionKey(connection) === key);
}

export function calendarOf(memory: Memory, subject: CalendarSubject): RememberedCalendar | undefined {
  return connectionOf(memory, subject)?.calendars.find(
    (calendar) => calendar.externalId === subject.externalId,
  );
}

/** What the calendar of a finding is called. */
export function subjectName(memory: Memory, subject: CalendarSubject): string {
  const { integration, externalId } = subject;
  const name = calendarOf(memory, subject)?.name ?? null;
  return calendarName({ integration, externalId, name });
}

/** What the calendar that bookings go to is called: as it says itself, else as one of the connections knows it. */
export function destinationName(memory: Memory, destination: Destination): string {
  const connection = memory.connections.find(
    (candidate) =>
      (!destination.integration || candidate.integration === destination.integration) &&
      candidate.calendars.some((calendar) => calendar.externalId === destination.externalId),
  );
  const known = connection?.calendars.find((calendar) => calendar.externalId === destination.externalId);
  return calendarName({
    integration: connection?.integration ?? destination.integration,
    externalId: destination.externalId,
    name: destination.name?.trim() || (known?.name ?? null),
  });
}
