import type { AccountState, RememberedCalendar, RememberedConnection } from "../model/account-state.ts";
import { type CalendarSubject, calendarSubject, isDelegation } from "../model/subject.ts";
import { isAddedTo } from "./destination.ts";
import { destinationConnections } from "./destination-connections.ts";
import { checksAllFeeds } from "./feed.ts";
import { calendarOf, connectionOf } from "./find.ts";

/**
 * The calendars that Cal.com checks for conflicts: those that are selected; with one feed of a connection all of them. Without
 * any selected it falls back to the primary one of an organization's credential.
 * @param calendars of the connection, as far as they count
 */
export function checkedCalendars(
  connection: RememberedConnection,
  calendars: readonly RememberedCalendar[] = connection.calendars,
): readonly RememberedCalendar[] {
  const selected = calendars.filter(({ isSelected }) => isSelected);
  if (checksAllFeeds({ ...connection, calendars: selected })) return calendars;
  if (selected.length > 0 || !isDelegation(connection)) return selected;
  return calendars.filter(({ primary }) => primary);
}

/** What Cal.com used a connection for, as far as its last good answer tells. */
export type Use = "both" | "checked" | "bookings" | "none";

/** Where nothing is known of its calendars, it may have been used for both. */
export function useOf(state: AccountState, connection: RememberedConnection | undefined): Use {
  if (!connection || connection.calendars.length === 0) return "both";
  const checked = checkedCalendars(connection).length > 0;
  // Cal.com may have blanked or moved the destination because this broke: the wanted one counts too.
  const { remembered, current } = state.destination;
  const bookings = [remembered, current].some((wanted) =>
    destinationConnections(state, wanted).includes(connection),
  );
  if (checked) return bookings ? "both" : "checked";
  return bookings ? "bookings" : "none";
}

/** Whether Cal.com checks a calendar through a connection that lists it, though the one of this subject does not. */
export function isCheckedElsewhere(
  { connections }: AccountState,
  { integration, externalId }: CalendarSubject,
): boolean {
  return connections.some(
    (connection) =>
      connection.integration === integration &&
      connection.condition === "healthy" &&
      connection.calendars.some((one) => one.externalId === externalId && one.isSelected && !one.missing),
  );
}

/** Apps that Cal.com takes for free where it can't read them. */
const SWALLOWED = new Set(["apple_calendar", "caldav_calendar", "lark_calendar"]);

/**
 * Whether Cal.com asks a connection for what is checked in another one of its app: selections are given to every connection of a
 * type, and one that fails then closes the calendar. (Cal.com's API behaviour, consequences of a broken connection.)
 */
export function isAskedForOthers(state: AccountState, { integration }: RememberedConnection): boolean {
  return (
    !SWALLOWED.has(integration) &&
    state.connections.some(
      (one) =>
        one.integration === integration && one.condition !== "missing" && checkedCalendars(one).length > 0,
    )
  );
}

/** That of the connection that bookings go to, if it has one, since that is what people look at; null where none is marked. */
export function mainCalendar(state: AccountState): CalendarSubject | null {
  const { current } = state.destination;
  const mains = state.connections.flatMap((connection) =>
    connection.calendars.filter(({ primary }) => primary).map((calendar) => ({ connection, calendar })),
  );
  const main = mains.find(({ calendar }) => calendar.externalId === current?.externalId) ?? mains[0];
  return main ? calendarSubject(main.connection, main.calendar.externalId) : null;
}

/**
 * A main calendar that is not selected and checked all the same: Cal.com does so for an organization's credential as long as
 * nothing else of it is selected.
 */
export function isFallback(state: AccountState, subject: CalendarSubject): boolean {
  const connection = connectionOf(state, subject);
  const calendar = calendarOf(state, subject);
  if (!connection || !calendar || calendar.isSelected) return false;
  return checkedCalendars(connection).includes(calendar);
}

/** The calendar that bookings go to, while it is a problem that it is read-only. */
export function isReadOnlyDestination(state: AccountState, subject: CalendarSubject): boolean {
  const { current } = state.destination;
  const calendar = calendarOf(state, subject);
  return (
    current !== null &&
    calendar !== undefined &&
    isAddedTo(current, calendar, subject) &&
    state.findings.some(({ kind, inhibited }) => kind === "destination-read-only" && !inhibited)
  );
}
