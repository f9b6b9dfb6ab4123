import type { AccountState } from "../model/account-state.ts";
import { isOwnCredential } from "./destination.ts";
import { destinationConnections } from "./destination-connections.ts";
import { listedDestination } from "./listed-destination.ts";
import { isSettable } from "./settable.ts";

/**
 * Whether bookings go to a calendar of another connection than the one that the person chose. Where Cal.com did that by itself it
 * goes on writing with the credential of the old one, which can't reach the new calendar.
 */
export function isMovedFar(state: AccountState): boolean {
  const { remembered, current } = state.destination;
  if (remembered === null || current === null) return false;
  const before = destinationConnections(state, remembered);
  return !destinationConnections(state, current).some(
    (connection) => before.includes(connection) || isOwnCredential(remembered, connection),
  );
}

/** Whether it has to be chosen once more in the web app if it is kept: from here it can't be set anew. */
export function isKeptInWebApp(state: AccountState): boolean {
  if (!isMovedFar(state)) return false;
  const listed = listedDestination(state, state.destination.current);
  return !listed || !isSettable(listed.connection, listed.calendar);
}
