import type { Memory, RememberedCalendar, RememberedConnection } from "../../../utils/status/memory.ts";

type IsRow = (connection: RememberedConnection, calendar: RememberedCalendar) => boolean;

/**
 * Tells which calendar of the list bookings go to. One calendar can be reached through two connections: then the one
 * that Cal.com names counts, unless the credential it names is out of date.
 */
export function destinationRow({ connections, destination: { current } }: Memory): IsRow {
  if (current === null) return () => false;
  const fits = (connection: RememberedConnection, calendar: RememberedCalendar) =>
    calendar.externalId === current.externalId &&
    (!current.integration || connection.integration === current.integration);
  const holders = connections.filter((connection) =>
    connection.calendars.some((calendar) => fits(connection, calendar)),
  );

  const live = holders.filter(({ condition }) => condition === "healthy");
  const candidates = live.length > 0 ? live : holders;
  const named = candidates.filter(
    ({ credentialId, delegationCredentialId }) =>
      credentialId === current.credentialId &&
      (delegationCredentialId ?? null) === (current.delegationCredentialId ?? null),
  );
  const chosen = new Set(named.length > 0 ? named : candidates);
  return (connection, calendar) => chosen.has(connection) && fits(connection, calendar);
}
