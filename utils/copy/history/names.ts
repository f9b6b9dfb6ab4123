import { destinationConnections } from "../../core/calendars/destination-connections.ts";
import { type Names, shortName, shortNameBeside, storedId } from "../../core/history/names.ts";
import {
  type AccountState,
  emptyAccountState,
  type RememberedConnection,
} from "../../core/model/account-state.ts";
import type { NamedConnection } from "../../core/model/history.ts";
import { type ConnectionId, connectionKey } from "../../core/model/subject.ts";
import { accountAtApp, appName } from "../app-name.ts";
import { t } from "../i18n.ts";
import { destinationName, eventTypeName, isNamed, subjectName } from "../names.ts";

/** @param states where names are looked for, in this order: the newest may have forgotten what it is about */
export function namesIn(states: readonly AccountState[]): Names {
  const known = states.map((state) => ({
    state,
    connections: new Map(state.connections.map((one) => [connectionKey(one), one])),
  }));
  const stateWith = (id: ConnectionId) => known.find(({ connections }) => connections.has(connectionKey(id)));
  const named = new Map<string, NamedConnection>();
  return {
    connection: (id) => {
      const key = connectionKey(id);
      const connection = stateWith(id)?.connections.get(key);
      const name = named.get(key) ?? (connection ? namedConnection(connection) : nameless(id));
      named.set(key, name);
      return name;
    },
    calendar: (subject) => {
      const found = known.find(({ state }) => isNamed(state, subject)) ?? stateWith(subject);
      return nameOr(subjectName(found?.state ?? emptyAccountState(), subject, shortNameBeside));
    },
    destination: (destination) => {
      const state = states.find((one) => destinationConnections(one, destination).length > 0);
      return nameOr(destinationName(state ?? states[0] ?? emptyAccountState(), destination, shortNameBeside));
    },
    eventType: (subject) => {
      const state = states.find(({ eventTypes }) => eventTypes.some(({ id }) => id === subject.id));
      return nameOr(shortName(eventTypeName(state ?? emptyAccountState(), subject)));
    },
  };
}

function namedConnection(connection: RememberedConnection): NamedConnection {
  const whose = accountAtApp(connection);
  return {
    ...storedId(connection),
    app: shortName(appName(connection)),
    whose: whose === null ? null : shortName(whose),
  };
}

function nameless(id: ConnectionId): NamedConnection {
  return { ...storedId(id), app: shortName(appName({ ...id, appName: null })), whose: null };
}

/** Of a name that is nothing but signs which are left out, nothing would be left. */
function nameOr(name: string): string {
  return name || t("list.unnamed");
}
