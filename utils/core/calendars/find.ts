import type { AccountState, RememberedCalendar, RememberedConnection } from "../model/account-state.ts";
import { type CalendarId, type ConnectionId, connectionKey } from "../model/subject.ts";

/** The connection with just this identity. */
export function connectionOf(state: AccountState, id: ConnectionId): RememberedConnection | undefined {
  const key = connectionKey(id);
  return state.connections.find((connection) => connectionKey(connection) === key);
}

/** The calendar with just this identity, also one that is listed no more. */
export function calendarOf(state: AccountState, id: CalendarId): RememberedCalendar | undefined {
  return connectionOf(state, id)?.calendars.find(({ externalId }) => externalId === id.externalId);
}

/** Calendars of feeds come without one of their own. */
export function integrationOf(connection: ConnectionId, calendar: RememberedCalendar | undefined): string {
  return calendar?.integration || connection.integration;
}

/** A calendar that Cal.com lists right now, or did when it was last asked. */
export interface Found {
  connection: RememberedConnection;
  calendar: RememberedCalendar;
}

/** The calendar with just this identity; undefined when its connection lists it no more. */
export function findCalendar(state: AccountState, id: CalendarId): Found | undefined {
  const connection = connectionOf(state, id);
  const calendar = calendarOf(state, id);
  const isListed = calendar?.missing === false && connection?.condition !== "missing";
  return connection && calendar && isListed ? { connection, calendar } : undefined;
}
