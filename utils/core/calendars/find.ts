import type { AccountState, RememberedCalendar, RememberedConnection } from "../model/account-state.ts";
import { type CalendarSubject, type ConnectionId, connectionKey } from "../model/subject.ts";

export function connectionOf(state: AccountState, id: ConnectionId): RememberedConnection | undefined {
  const key = connectionKey(id);
  return state.connections.find((connection) => connectionKey(connection) === key);
}

export function calendarOf(state: AccountState, subject: CalendarSubject): RememberedCalendar | undefined {
  return connectionOf(state, subject)?.calendars.find(
    (calendar) => calendar.externalId === subject.externalId,
  );
}
