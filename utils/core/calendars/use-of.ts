import type { AccountState, RememberedConnection } from "../model/account-state.ts";
import { isDelegation } from "../model/subject.ts";
import { destinationConnections } from "./destination-connections.ts";

/** What Cal.com used a connection for, as far as its last good answer tells. */
export type Use = "both" | "checked" | "bookings" | "none";

/** Where nothing is known of its calendars, it may have been used for both. */
export function useOf(state: AccountState, connection: RememberedConnection | undefined): Use {
  if (!connection || connection.calendars.length === 0) return "both";
  // Without a selection Cal.com falls back to the primary calendar of an organization's credential.
  const fallsBack = isDelegation(connection);
  const checked = connection.calendars.some(
    ({ isSelected, primary }) => isSelected || (fallsBack && primary),
  );
  // Cal.com may have blanked or moved the destination because this broke: the wanted one counts too.
  const { remembered, current } = state.destination;
  const bookings = [remembered, current].some((wanted) =>
    destinationConnections(state, wanted).includes(connection),
  );
  if (checked) return bookings ? "both" : "checked";
  return bookings ? "bookings" : "none";
}
