import type { Destination } from "../../cal-api/observation.ts";
import type { AccountState, RememberedCalendar, RememberedConnection } from "../model/account-state.ts";
import { isAddedTo, isOwnCredential } from "./destination.ts";

/**
 * The connections that bookings for a destination go through. One calendar can be reached through two: then the one that
 * Cal.com names counts, unless the credential it names is out of date.
 */
export function destinationConnections(
  { connections }: AccountState,
  destination: Destination | null,
): RememberedConnection[] {
  if (destination === null) return [];
  const holders = connections.filter((connection) =>
    connection.calendars.some((calendar) => isAddedTo(destination, calendar, connection)),
  );
  const live = holders.filter(({ condition }) => condition === "healthy");
  const candidates = live.length > 0 ? live : holders;
  const named = candidates.filter((connection) => isOwnCredential(destination, connection));
  return named.length > 0 ? named : candidates;
}

type IsRow = (connection: RememberedConnection, calendar: RememberedCalendar) => boolean;

/** Tells which calendar of the list bookings go to. */
export function destinationRow(state: AccountState): IsRow {
  const { current } = state.destination;
  const homes = destinationConnections(state, current);
  return (connection, calendar) =>
    current !== null && homes.includes(connection) && isAddedTo(current, calendar, connection);
}
