import type { Destination } from "../../cal-api/observation.ts";
import { accountAtApp, appName } from "../../copy/app-name.ts";
import { calendarName } from "../../copy/calendar-name.ts";
import { t } from "../../copy/i18n.ts";
import { destinationConnections } from "../calendars/destination-connections.ts";
import { destinationName } from "../calendars/find.ts";
import {
  type AccountState,
  emptyAccountState,
  type RememberedConnection,
} from "../findings/account-state.ts";
import { type CalendarSubject, type ConnectionId, connectionKey } from "../findings/subject.ts";
import type { NamedConnection } from "./history.ts";
import { shortName } from "./short-name.ts";

/** Longer ones are not Cal.com's. */
const LONGEST_ID = 64;

/** How things are called now: the history keeps that, whatever they are called later. */
export interface Names {
  connection(id: ConnectionId): NamedConnection;
  calendar(subject: CalendarSubject): string;
  destination(destination: Destination): string;
}

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

/** The identity, of a length that is bounded. */
export function storedId({ integration, credentialId, delegationCredentialId }: ConnectionId): ConnectionId {
  return {
    integration: integration.slice(0, LONGEST_ID),
    credentialId,
    delegationCredentialId: delegationCredentialId?.slice(0, LONGEST_ID) ?? null,
  };
}
