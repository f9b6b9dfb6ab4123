import { isAddedTo } from "../calendars/destination.ts";
import type { Found } from "../calendars/find.ts";
import { isLive } from "../calendars/settable.ts";
import type { AccountState, EventTypeDestination } from "../model/account-state.ts";
import { type ConnectionId, connectionKey } from "../model/subject.ts";

/** Where a calendar that bookings are added to is listed right now; those that can be written to come first. */
export function liveCopies(state: AccountState, destination: EventTypeDestination): Found[] {
  return holders(state, destination)
    .filter(({ connection, calendar }) => isLive(connection, calendar))
    .sort((a, b) => Number(a.calendar.readOnly) - Number(b.calendar.readOnly));
}

/** Whether another connection than this one has it, and does not work: then it is that one's to be put back. */
export function isHeldByAnotherBroken(
  state: AccountState,
  destination: EventTypeDestination,
  connection: ConnectionId,
): boolean {
  const own = connectionKey(connection);
  return holders(state, destination).some(
    (held) => held.connection.condition !== "healthy" && connectionKey(held.connection) !== own,
  );
}

function holders({ connections }: AccountState, { integration, externalId }: EventTypeDestination): Found[] {
  const wanted = { integration, externalId, name: null, credentialId: null, delegationCredentialId: null };
  return connections.flatMap((connection) =>
    connection.calendars
      .filter((calendar) => isAddedTo(wanted, calendar, connection))
      .map((calendar) => ({ connection, calendar })),
  );
}
