import type { Destination } from "../../cal-api/observation.ts";
import { accountAtApp, appName } from "../../copy/app-name.ts";
import { calendarName } from "../../copy/calendar-name.ts";
import { t } from "../../copy/i18n.ts";
import type { AccountState, RememberedCalendar, RememberedConnection } from "../findings/account-state.ts";
import { type CalendarSubject, type ConnectionId, connectionKey } from "../findings/subject.ts";
import { destinationConnections } from "./destination-connections.ts";

export function connectionOf(state: AccountState, id: ConnectionId): RememberedConnection | undefined {
  const key = connectionKey(id);
  return state.connections.find((connection) => connectionKey(connection) === key);
}

export function calendarOf(state: AccountState, subject: CalendarSubject): RememberedCalendar | undefined {
  return connectionOf(state, subject)?.calendars.find(
    (calendar) => calendar.externalId === subject.externalId,
  );
}

/** What the calendar of a finding is called. */
export function subjectName(state: AccountState, subject: CalendarSubject): string {
  return toldApart(state, plainName(state, subject), connectionOf(state, subject));
}

/** The same without its account, whatever else has this name. */
export function plainName(state: AccountState, subject: CalendarSubject): string {
  const { integration, externalId } = subject;
  return calendarName({ integration, externalId, name: calendarOf(state, subject)?.name ?? null });
}

/** A name that more than one calendar has comes with its account: "Team (in dana@example.com)". */
function toldApart(state: AccountState, name: string, connection: RememberedConnection | undefined): string {
  if (!connection || !isShared(state, name)) return name;
  const account = accountAtApp(connection) ?? appName(connection);
  return account === name ? name : t("problem.nameIn", [name, account]);
}

const calendarsByName = new WeakMap<AccountState, Map<string, unknown[]>>();

/** Looked up once for each state: there may be a thousand calendars to tell of. */
function isShared(state: AccountState, name: string): boolean {
  let byName = calendarsByName.get(state);
  if (!byName) {
    const names = state.connections.flatMap(({ calendars, integration }) =>
      calendars.map((calendar) => calendarName({ ...calendar, integration })),
    );
    byName = Map.groupBy(names, (one) => one);
    calendarsByName.set(state, byName);
  }
  return (byName.get(name)?.length ?? 0) > 1;
}

/** What the calendar that bookings go to is called: as it says itself, else as one of the connections knows it. */
export function destinationName(state: AccountState, destination: Destination): string {
  const [connection] = destinationConnections(state, destination);
  const known = connection?.calendars.find((calendar) => calendar.externalId === destination.externalId);
  const name = calendarName({
    integration: connection?.integration ?? destination.integration,
    externalId: destination.externalId,
    name: destination.name?.trim() || (known?.name ?? null),
  });
  return toldApart(state, name, connection);
}
