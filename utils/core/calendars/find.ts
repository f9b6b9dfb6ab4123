import type { Destination } from "../../cal-api/observation.ts";
import { accountAtApp, appName } from "../../copy/app-name.ts";
import { calendarName } from "../../copy/calendar-name.ts";
import { t } from "../../copy/i18n.ts";
import type { Memory, RememberedCalendar, RememberedConnection } from "../findings/account-state.ts";
import { type CalendarSubject, type ConnectionId, connectionKey } from "../findings/subject.ts";
import { homesOf } from "./destination-connections.ts";

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
  return toldApart(memory, plainName(memory, subject), connectionOf(memory, subject));
}

/** The same without its account, whatever else has this name. */
export function plainName(memory: Memory, subject: CalendarSubject): string {
  const { integration, externalId } = subject;
  return calendarName({ integration, externalId, name: calendarOf(memory, subject)?.name ?? null });
}

/** A name that more than one calendar has comes with its account: "Team (in dana@example.com)". */
function toldApart(memory: Memory, name: string, connection: RememberedConnection | undefined): string {
  if (!connection || !isShared(memory, name)) return name;
  const account = accountAtApp(connection) ?? appName(connection);
  return account === name ? name : t("problem.nameIn", [name, account]);
}

const calendarsByName = new WeakMap<Memory, Map<string, unknown[]>>();

/** Looked up once for each memory: there may be a thousand calendars to tell of. */
function isShared(memory: Memory, name: string): boolean {
  let byName = calendarsByName.get(memory);
  if (!byName) {
    const names = memory.connections.flatMap(({ calendars, integration }) =>
      calendars.map((calendar) => calendarName({ ...calendar, integration })),
    );
    byName = Map.groupBy(names, (one) => one);
    calendarsByName.set(memory, byName);
  }
  return (byName.get(name)?.length ?? 0) > 1;
}

/** What the calendar that bookings go to is called: as it says itself, else as one of the connections knows it. */
export function destinationName(memory: Memory, destination: Destination): string {
  const [connection] = homesOf(memory, destination);
  const known = connection?.calendars.find((calendar) => calendar.externalId === destination.externalId);
  const name = calendarName({
    integration: connection?.integration ?? destination.integration,
    externalId: destination.externalId,
    name: destination.name?.trim() || (known?.name ?? null),
  });
  return toldApart(memory, name, connection);
}
