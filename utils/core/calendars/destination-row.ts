import type { Memory, RememberedCalendar, RememberedConnection } from "../findings/account-state.ts";
import { isAddedTo } from "./destination.ts";
import { homesOf } from "./destination-connections.ts";

type IsRow = (connection: RememberedConnection, calendar: RememberedCalendar) => boolean;

/** Tells which calendar of the list bookings go to. */
export function destinationRow(memory: Memory): IsRow {
  const { current } = memory.destination;
  const homes = homesOf(memory, current);
  return (connection, calendar) =>
    current !== null && homes.includes(connection) && isAddedTo(current, calendar, connection);
}
