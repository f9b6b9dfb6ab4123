import type { Destination } from "../cal-api/observation.ts";
import { destinationConnections } from "../core/calendars/destination-connections.ts";
import { calendarOf, connectionOf } from "../core/calendars/find.ts";
import type { AccountState, RememberedConnection } from "../core/model/account-state.ts";
import type { CalendarSubject } from "../core/model/subject.ts";
import { accountAtApp, appName } from "./app-name.ts";
import { calendarName } from "./calendar-name.ts";
import { t } from "./i18n.ts";

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
