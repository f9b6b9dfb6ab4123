import { isAddedTo, isOwnCredential } from "../../../utils/status/destination.ts";
import type { Memory, RememberedConnection } from "../../../utils/status/memory.ts";
import { isDelegation } from "../../../utils/status/subject.ts";

/** What Cal.com used a connection for, as far as its last good answer tells. */
export type Use = "both" | "checked" | "bookings" | "none";

/** Where nothing is known of its calendars, it may have been used for both. */
export function useOf(memory: Memory, connection: RememberedConnection | undefined): Use {
  if (!connection || connection.calendars.length === 0) return "both";
  // Without a selection Cal.com falls back to the primary calendar of an organization's credential.
  const fallsBack = isDelegation(connection);
  const checked = connection.calendars.some(
    ({ isSelected, primary }) => isSelected || (fallsBack && primary),
  );
  const bookings = takesBookings(memory, connection);
  if (checked) return bookings ? "both" : "checked";
  return bookings ? "bookings" : "none";
}

/** That of a connection that broke may have been blanked or moved meanwhile: the wanted one counts too. */
function takesBookings({ destination, connections }: Memory, connection: RememberedConnection): boolean {
  return [destination.remembered, destination.current].some((wanted) => {
    if (wanted === null) return false;
    const holds = ({ calendars, ...one }: RememberedConnection) =>
      calendars.some((calendar) => isAddedTo(wanted, calendar, one));
    const homes = connections.filter(holds);
    const own = homes.filter((one) => isOwnCredential(wanted, one));
    return (own.length > 0 ? own : homes).includes(connection);
  });
}
