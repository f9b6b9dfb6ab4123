import type { Destination } from "../cal-api/observation.ts";
import { emptyMemory, type Memory } from "../status/memory.ts";
import { type CalendarSubject, type ConnectionId, connectionKey } from "../status/subject.ts";
import { accountAtApp, appName } from "../telling/app-name.ts";
import { calendarName } from "../telling/calendar-name.ts";
import { destinationName } from "../telling/copy/find.ts";
import { homesOf } from "../telling/copy/homes.ts";
import { t } from "../words.ts";
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

/** @param memories where names are looked for, in this order: the newest may have forgotten what it is about */
export function namesIn(memories: readonly Memory[]): Names {
  const connections = memories.map(
    (memory) => new Map(memory.connections.map((one) => [connectionKey(one), one])),
  );
  const known = (id: ConnectionId) => connections.flatMap((byKey) => byKey.get(connectionKey(id)) ?? []);
  return {
    connection: (id) => {
      const [connection] = known(id);
      const whose = connection ? accountAtApp(connection) : null;
      return {
        ...storedId(id),
        app: shortName(appName({ appName: connection?.appName ?? null, integration: id.integration })),
        whose: whose === null ? null : shortName(whose),
      };
    },
    calendar: (subject) => {
      const { integration, externalId } = subject;
      const [calendar] = known(subject).flatMap(
        ({ calendars }) => calendars.find((one) => one.externalId === externalId) ?? [],
      );
      return nameOr(calendarName({ integration, externalId, name: calendar?.name ?? null }));
    },
    destination: (destination) => {
      const memory = memories.find((one) => homesOf(one, destination).length > 0);
      return nameOr(destinationName(memory ?? emptyMemory(), destination));
    },
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
