import { destinationConnections } from "../../core/calendars/destination-connections.ts";
import { type Names, shortName, storedId } from "../../core/history/names.ts";
import {
  type AccountState,
  emptyAccountState,
  type RememberedConnection,
} from "../../core/model/account-state.ts";
import type { NamedConnection } from "../../core/model/history.ts";
import { type ConnectionId, connectionKey } from "../../core/model/subject.ts";
import { accountAtApp, appName } from "../app-name.ts";
import { calendarName } from "../calendar-name.ts";
import { t } from "../i18n.ts";
import { destinationName } from "../names.ts";

/** @param states where names are looked for, in this order: the newest may have forgotten what it is about */
export function namesIn(states: readonly AccountState[]): Names {
  const known = states.map(
    (state) => new Map(state.connections.map((one) => [connectionKey(one), nameable(one)])),
  );
  const find = (id: ConnectionId) => known.flatMap((byKey) => byKey.get(connectionKey(id)) ?? []);
  return {
    connection: (id) => {
      const [connection] = find(id);
      return connection?.named() ?? nameless(id);
    },
    calendar: ({ type: _, ...id }) => {
      const [name] = find(id).flatMap((connection) => connection.calendarNames().get(id.externalId) ?? []);
      return nameOr(calendarName({ ...id, name: name ?? null }));
    },
    destination: (destination) => {
      const state = states.find((one) => destinationConnections(one, destination).length > 0);
      return nameOr(destinationName(state ?? emptyAccountState(), destination));
    },
  };
}

/** Looked at once, and only if it is asked for: thousands of its calendars may have to be named. */
function nameable(connection: RememberedConnection) {
  return {
    named: once((): NamedConnection => {
      const whose = accountAtApp(connection);
      return {
        ...storedId(connection),
        app: shortName(appName(connection)),
        whose: whose === null ? null : shortName(whose),
      };
    }),
    calendarNames: once(
      () => new Map(connection.calendars.map(({ externalId, name }) => [externalId, name])),
    ),
  };
}

function nameless(id: ConnectionId): NamedConnection {
  return { ...storedId(id), app: shortName(appName({ ...id, appName: null })), whose: null };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Of a name that is nothing but signs which are left out, nothing would be left. */
function nameOr(name: string): string {
  return shortName(name) || t("list.unnamed");
}
