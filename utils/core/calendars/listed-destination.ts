import type { Destination } from "../../cal-api/observation.ts";
import type { AccountState } from "../model/account-state.ts";
import { isAddedTo } from "./destination.ts";
import { destinationConnections } from "./destination-connections.ts";
import type { Found } from "./find.ts";

/** The calendar that bookings for a destination can be added to right now: that of the first connection that works and lists it. */
export function listedDestination(state: AccountState, destination: Destination | null): Found | undefined {
  for (const connection of destinationConnections(state, destination)) {
    if (destination === null || connection.condition !== "healthy") continue;
    const calendar = connection.calendars.find(
      (one) => !one.missing && isAddedTo(destination, one, connection),
    );
    if (calendar) return { connection, calendar };
  }
  return undefined;
}
