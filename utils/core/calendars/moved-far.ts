import type { AccountState } from "../model/account-state.ts";
import { isOwnCredential } from "./destination.ts";
import { destinationConnections } from "./destination-connections.ts";

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
