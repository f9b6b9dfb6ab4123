import type { ActionProblem } from "../../core/actions/problem.ts";
import { isAddedTo, isOwnCredential, sameDestination } from "../../core/calendars/destination.ts";
import { destinationConnections } from "../../core/calendars/destination-connections.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import { calendarSubject } from "../../core/model/subject.ts";
import type { ActionReply } from "../../messaging/replies.ts";
import { type Change, perform } from "./perform.ts";
import { DESTINATION_SCOPE, destinationChange } from "./set-destination.ts";

/** Lets Cal.com add bookings again to the calendar that the person once chose. */
export function restoreDestination(accountId: string): Promise<ActionReply> {
  return perform(accountId, { scope: DESTINATION_SCOPE, key: "restore" }, restoring);
}

function restoring(state: AccountState): Change | "done-already" | ActionProblem {
  const { current, remembered } = state.destination;
  if (remembered === null) return { problem: "calendarGone" };
  if (sameDestination(current, remembered)) return "done-already";
  const homes = destinationConnections(state, remembered);
  const healthy = homes.filter(({ condition }) => condition === "healthy");
  for (const home of healthy) {
    const calendar = home.calendars.find((one) => !one.missing && isAddedTo(remembered, one, home));
    if (calendar) return destinationChange(state, calendarSubject(home, calendar.externalId));
  }
  const isListenedTo = state.connections.some(
    (connection) => connection.condition === "healthy" && isOwnCredential(remembered, connection),
  );
  return {
    problem: healthy.length > 0 || (homes.length === 0 && isListenedTo) ? "calendarGone" : "connectionBroken",
  };
}
