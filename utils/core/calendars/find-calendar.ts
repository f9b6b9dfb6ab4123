import type { CalendarName } from "../../cal-api/change.ts";
import type { ActionProblem } from "../actions/problem.ts";
import type { AccountState, RememberedCalendar, RememberedConnection } from "../model/account-state.ts";
import { type CalendarId, connectionKey } from "../model/subject.ts";

/** A calendar that Cal.com lists right now, or did when it was last asked. */
export interface Found {
  connection: RememberedConnection;
  calendar: RememberedCalendar;
}

/** The calendar with just this identity; undefined when its connection lists it no more. */
export function findCalendar({ connections }: AccountState, id: CalendarId): Found | undefined {
  const key = connectionKey(id);
  const connection = connections.find((known) => connectionKey(known) === key);
  const calendar = connection?.calendars.find(
    ({ externalId, missing }) => externalId === id.externalId && !missing,
  );
  return connection && calendar && connection.condition !== "missing" ? { connection, calendar } : undefined;
}

/** A calendar in a connection that works, as Cal.com's routes want it named, or why nothing can be asked about it. */
export function namedCalendar(
  state: AccountState,
  id: CalendarId,
): (Found & { name: CalendarName }) | ActionProblem {
  const found = findCalendar(state, id);
  if (!found) return { problem: "calendarGone" };
  const { connection, calendar } = found;
  if (connection.condition !== "healthy") return { problem: "connectionBroken" };
  const integration = integrationOf(found);
  // Only an entry that Cal.com spoiled lacks one of these.
  if (connection.credentialId === null || integration === "") return { problem: "webAppOnly" };
  const { credentialId, delegationCredentialId } = connection;
  const name = { integration, externalId: calendar.externalId, credentialId, delegationCredentialId };
  return { ...found, name };
}

/** Calendars of feeds come without one. */
export function integrationOf({ connection, calendar }: Found): string {
  return calendar.integration || connection.integration;
}
