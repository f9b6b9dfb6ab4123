import type { AccountState, RememberedCalendar, RememberedConnection } from "../model/account-state.ts";
import { isAddedTo } from "./destination.ts";
import { destinationConnections } from "./destination-connections.ts";

type IsRow = (connection: RememberedConnection, calendar: RememberedCalendar) => boolean;

/** Tells which calendar of the list bookings go to. */
export function destinationRow(state: AccountState): IsRow {
  const { current } = state.destination;
  const homes = destinationConnections(state, current);
  return (connection, calendar) =>
    current !== null && homes.includes(connection) && isAddedTo(current, calendar, connection);
}
