import { isMadeWith } from "./credentials.ts";
import { readThrough } from "./faults.ts";
import type { FakeCal } from "./server.ts";
import type { User } from "./world.ts";

/** A row "add bookings to this calendar", and whether bookings reach that through the credential that it names. */
export interface GoesTo {
  integration: string;
  externalId: string;
  arrives: boolean;
}

/** How a person has set up their calendars at Cal.com, alike whatever the credentials are called: to be compared before and after. */
export interface SetUp {
  /** Integration and externalId of each row of the user's own, sorted: one that is there twice is twice in it. */
  selected: string[];
  destination: GoesTo | null;
  /** By title, of all event types that the person has. */
  eventTypes: Record<string, GoesTo | null>;
}

/** @param userId of the person; without it, of the first one */
export function setUpOf({ world }: Pick<FakeCal, "world">, userId?: number): SetUp {
  const user = userId === undefined ? world.users[0] : world.users.find(({ id }) => id === userId);
  if (user === undefined) {
    throw new Error(`There is no user ${userId}.`);
  }
  const rows = user.selections.filter(({ eventTypeId }) => eventTypeId === null);
  return {
    selected: rows.map(({ integration, externalId }) => `${integration} ${externalId}`).toSorted(),
    destination: goesTo(user, user.destination),
    eventTypes: Object.fromEntries(
      user.eventTypes.map(({ title, destination }) => [title, goesTo(user, destination)]),
    ),
  };
}

function goesTo(user: User, row: User["destination"]): GoesTo | null {
  if (row === null) {
    return null;
  }
  const { integration, externalId } = row;
  const arrives = user.connections.some(
    (connection) =>
      isMadeWith(row, connection) &&
      connection.type === integration &&
      readThrough(structuredClone(connection.fault)).kind === "calendars" &&
      connection.calendars.some((calendar) => calendar.externalId === externalId && !calendar.dropped),
  );
  return { integration, externalId, arrives };
}
