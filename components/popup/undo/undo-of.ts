import { isAddedTo } from "../../../utils/core/calendars/destination.ts";
import { destinationConnections } from "../../../utils/core/calendars/destination-connections.ts";
import { isSettable } from "../../../utils/core/calendars/settable.ts";
import type { AccountState } from "../../../utils/core/model/account-state.ts";
import { type CalendarSubject, calendarSubject } from "../../../utils/core/model/subject.ts";
import type { ActionMessage } from "../../../utils/messaging/action-message.ts";

/**
 * What takes an action back, which has to be found out before it is done.
 * @param state of the account, as it is before
 * @returns null where nothing takes it back
 */
export function undoOf(message: ActionMessage, state: AccountState): ActionMessage | null {
  const { destination } = state;
  switch (message.type) {
    case "select-calendar":
      return { ...message, type: "unselect-calendar" };
    case "unselect-calendar":
      return { ...message, type: "select-calendar" };
    case "set-destination":
    case "restore-destination":
      return addedTo(message.accountId, state, destination.current);
    case "keep-destination":
      return addedTo(message.accountId, state, destination.remembered);
    default:
      return null;
  }
}

function addedTo(
  accountId: string,
  state: AccountState,
  destination: AccountState["destination"]["current"],
): ActionMessage | null {
  const calendar = settableOf(state, destination);
  return calendar && { type: "set-destination", accountId, calendar };
}

function settableOf(
  state: AccountState,
  destination: AccountState["destination"]["current"],
): CalendarSubject | null {
  if (destination === null) return null;
  for (const connection of destinationConnections(state, destination)) {
    const calendar = connection.calendars.find(
      (one) => isAddedTo(destination, one, connection) && isSettable(connection, one),
    );
    if (calendar) return calendarSubject(connection, calendar.externalId);
  }
  return null;
}
