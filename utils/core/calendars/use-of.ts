import type { AccountState, RememberedCalendar, RememberedConnection } from "../model/account-state.ts";
import { isDelegation } from "../model/subject.ts";
import { destinationConnections } from "./destination-connections.ts";

/**
 * The calendars that Cal.com checks for conflicts: those that are selected. Without any it falls back to the primary one of an
 * organization's credential.
 * @param calendars of the connection, as far as they count
 */
export function checkedCalendars(
  connection: RememberedConnection,
  calendars: readonly RememberedCalendar[] = connection.calendars,
): readonly RememberedCalendar[] {
  const selected = calendars.filter(({ isSelected }) => isSelected);
  if (selected.length > 0 || !isDelegation(connection)) return selected;
  return calendars.filter(({ primary }) => primary);
}

/** What Cal.com used a connection for, as far as its last good answer tells. */
export type Use = "both" | "checked" | "bookings" | "none";

/** Where nothing is known of its calendars, it may have been used for both. */
export function useOf(state: AccountState, connection: RememberedConnection | undefined): Use {
  if (!connection || connection.calendars.length === 0) return "both";
  const checked = checkedCalendars(connection).length > 0;
  // Cal.com may have blanked or moved the destination because this broke: the wanted one counts too.
  const { remembered, current } = state.destination;
  const bookings = [remembered, current].some((wanted) =>
    destinationConnections(state, wanted).includes(connection),
  );
  if (checked) return bookings ? "both" : "checked";
  return bookings ? "bookings" : "none";
}
