import { integrationOf, registryPosition } from "./apps.ts";
import type { Clock } from "./clock.ts";
import { MESSAGES, readThrough } from "./faults.ts";
import { type IntegrationCalendar, reportedCalendars } from "./integrations.ts";
import type { Selection } from "./rows.ts";
import type { OlderServer } from "./server-state.ts";
import type { Connection, User } from "./world.ts";

/** A calendar in an answer of `GET /v2/calendars`. */
export interface ListedCalendar extends Omit<IntegrationCalendar, "primary" | "readOnly"> {
  primary: true | null;
  readOnly: boolean;
  isSelected: boolean;
  credentialId: number;
  delegationCredentialId: string | null;
}

/** An entry of `connectedCalendars`: healthy with `primary` and `calendars`, broken with `error`. */
export interface ListedConnection {
  integration: ReturnType<typeof integrationOf>;
  credentialId: number;
  delegationCredentialId?: string | null;
  primary?: ListedCalendar;
  calendars?: ListedCalendar[];
  error?: { message: string };
}

/**
 * Asks every provider of the user at once, so that the slowest decides how long it takes, and lists the connections in
 * the order of the app registry, within an app delegation credentials first and then by id, so that one that was added
 * stands after the old one.
 */
export async function readConnections(
  user: User,
  older: OlderServer,
  clock: Clock,
): Promise<ListedConnection[]> {
  const enabled = user.connections.filter((connection) => connection.appEnabled);
  const ordered = enabled.toSorted(
    (left, right) =>
      registryPosition(left.type) - registryPosition(right.type) ||
      Number(right.delegationCredentialId !== null) - Number(left.delegationCredentialId !== null) ||
      left.credentialId - right.credentialId,
  );
  const selected = userLevelIds(user.selections);
  return Promise.all(ordered.map((connection) => readConnection(connection, { selected, older, clock })));
}

/**
 * Leaves out a personal connection that a delegation credential of the same app covers. A broken personal connection
 * has no primary and so stays, as does one beside a delegation entry that came without its id.
 */
export function withoutDelegatedDuplicates(
  entries: ListedConnection[],
  userEmail: string,
): ListedConnection[] {
  return entries.filter((entry) => {
    const isCovered = entries.some(
      (other) => other.integration.slug === entry.integration.slug && other.delegationCredentialId,
    );
    return !isCovered || Boolean(entry.delegationCredentialId) || entry.primary?.email !== userEmail;
  });
}

interface Reading {
  selected: ReadonlySet<string>;
  older: OlderServer;
  clock: Clock;
}

async function readConnection(
  connection: Connection,
  { selected, older, clock }: Reading,
): Promise<ListedConnection> {
  const { credentialId, delegationCredentialId } = connection;
  const identity = { integration: integrationOf(connection.type), credentialId };
  const outcome = readThrough(connection.fault);
  if (connection.slowMs > 0) {
    await clock.wait(connection.slowMs);
  }
  if (outcome.kind === "error") {
    return { ...identity, delegationCredentialId, error: { message: outcome.message } };
  }
  if (outcome.kind === "bare") {
    return { ...identity, delegationCredentialId };
  }
  const reported = outcome.kind === "empty" ? [] : reportedCalendars(connection, older);
  const calendars = reported.map((calendar) => listed(calendar, connection, selected)).toSorted(primaryFirst);
  const primary = calendars.find((calendar) => calendar.primary) ?? calendars[0];
  if (primary === undefined) {
    // This one case of Cal.com's leaves `delegationCredentialId` out altogether.
    return { ...identity, error: { message: MESSAGES.noPrimary } };
  }
  return { ...identity, delegationCredentialId, primary: { ...primary }, calendars };
}

function listed(
  calendar: IntegrationCalendar,
  connection: Connection,
  selected: ReadonlySet<string>,
): ListedCalendar {
  const { credentialId, delegationCredentialId } = connection;
  return {
    ...calendar,
    primary: calendar.primary ? true : null,
    readOnly: calendar.readOnly ?? false,
    // By externalId alone: one calendar that two accounts can see is selected in both.
    isSelected: selected.has(calendar.externalId),
    credentialId,
    delegationCredentialId,
  };
}

/** What event types select for themselves is in no answer. */
function userLevelIds(selections: Selection[]): Set<string> {
  return new Set(
    selections.filter(({ eventTypeId }) => eventTypeId === null).map(({ externalId }) => externalId),
  );
}

function primaryFirst(left: ListedCalendar, right: ListedCalendar): number {
  return Number(right.primary === true) - Number(left.primary === true);
}
