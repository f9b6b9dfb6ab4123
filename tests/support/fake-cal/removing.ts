import { isMadeWith } from "./credentials.ts";
import { readThrough } from "./faults.ts";
import { reportedCalendars } from "./integrations.ts";
import type { OlderServer } from "./server-state.ts";
import type { Connection, User } from "./world.ts";

/**
 * Deletes a credential as the API does, with what the database lets go with it: the selections that were made through
 * it, and the rows of the user and of event types that add bookings through it. The references of bookings stay.
 */
export function removeConnection(user: User, connection: Connection): void {
  user.connections = user.connections.filter((other) => other !== connection);
  user.selections = user.selections.filter((row) => !isMadeWith(row, connection));
  if (user.destination !== null && isMadeWith(user.destination, connection)) {
    user.destination = null;
  }
  for (const eventType of user.eventTypes) {
    if (eventType.destination !== null && isMadeWith(eventType.destination, connection)) {
      eventType.destination = null;
    }
  }
}

/**
 * Deletes a credential as the web app does, which takes more: every event type's own destination of that app, whatever
 * account it is in, and, if the connection works, the selection of every calendar that it lists, although it may have
 * been chosen through another connection.
 */
export function removeInWebApp(user: User, connection: Connection, older: OlderServer): void {
  for (const eventType of user.eventTypes) {
    if (eventType.destination?.integration === connection.type) {
      eventType.destination = null;
    }
  }
  if (readThrough(connection.fault).kind === "calendars") {
    const listed = reportedCalendars(connection, older).map(({ externalId }) => externalId);
    user.selections = user.selections.filter(
      ({ integration, externalId }) => integration !== connection.type || !listed.includes(externalId),
    );
  }
  removeConnection(user, connection);
}
