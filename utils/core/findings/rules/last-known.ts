import { connectionOf } from "../../calendars/find.ts";
import type { AccountState, RememberedCalendar, RememberedConnection } from "../../model/account-state.ts";

/**
 * The calendars that a connection still speaks for: of one that is broken beside the one that stands for it, those that the other
 * does not list.
 */
export function lastKnownOf(
  state: AccountState,
  { calendars, replacedBy }: RememberedConnection,
): RememberedCalendar[] {
  const other = replacedBy && connectionOf(state, replacedBy);
  if (!other) return calendars;
  const listed = new Set(
    other.calendars.filter(({ missing }) => !missing).map(({ externalId }) => externalId),
  );
  return calendars.filter(({ externalId }) => !listed.has(externalId));
}
