import { isAddedTo } from "../../../utils/status/destination.ts";
import type { Memory, RememberedCalendar, RememberedConnection } from "../../../utils/status/memory.ts";
import { homesOf } from "../../../utils/telling/copy/homes.ts";

type IsRow = (connection: RememberedConnection, calendar: RememberedCalendar) => boolean;

/** Tells which calendar of the list bookings go to. */
export function destinationRow(memory: Memory): IsRow {
  const { current } = memory.destination;
  const homes = homesOf(memory, current);
  return (connection, calendar) =>
    current !== null && homes.includes(connection) && isAddedTo(current, calendar, connection);
}
