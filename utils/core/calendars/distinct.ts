import type { AccountState, RememberedCalendar, RememberedConnection } from "../model/account-state.ts";
import { type ConnectionId, type Subject, subjectKey } from "../model/subject.ts";

/** A text that is equal for what is counted once in an account: a calendar that several connections list is one. */
export function countedAs(subject: Subject): string {
  return subject.type === "calendar" ? calendarKey(subject, subject) : subjectKey(subject);
}

/** The same of a calendar of a connection. */
export function calendarKey(
  { integration }: Pick<ConnectionId, "integration">,
  { externalId }: Pick<RememberedCalendar, "externalId">,
): string {
  return `calendar ${integration} ${externalId}`;
}

/**
 * How many calendars accounts have in connections that work and list them, each once.
 *
 * @param counts which of them, default all
 */
export function workingCalendars(
  states: readonly AccountState[],
  counts: (calendar: RememberedCalendar) => boolean = () => true,
): number {
  return distinct(
    states,
    ({ condition }, calendar) => condition === "healthy" && !calendar.missing && counts(calendar),
  );
}

/** How many calendars accounts have as far as is known, each once: also those of connections that are broken or gone. */
export function knownCalendars(states: readonly AccountState[]): number {
  return distinct(states, () => true);
}

/** How many more there are that there was no room for, each once. */
export function unkeptCalendars(states: readonly AccountState[]): number {
  return states
    .flatMap(({ connections }) => connections)
    .reduce((sum, { notKept = 0, listedTwice = 0 }) => sum + notKept - listedTwice, 0);
}

function distinct(
  states: readonly AccountState[],
  counts: (connection: RememberedConnection, calendar: RememberedCalendar) => boolean,
): number {
  return states.flatMap(({ connections }) => {
    const keys = connections.flatMap((connection) =>
      connection.calendars.flatMap((calendar) =>
        counts(connection, calendar) ? calendarKey(connection, calendar) : [],
      ),
    );
    return [...new Set(keys)];
  }).length;
}
