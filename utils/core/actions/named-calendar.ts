import type { CalendarName } from "../../cal-api/change.ts";
import { type Found, findCalendar, integrationOf } from "../calendars/find.ts";
import type { AccountState } from "../model/account-state.ts";
import type { CalendarId } from "../model/subject.ts";
import type { ActionProblem } from "./problem.ts";

/** A calendar in a connection that works, as Cal.com's routes want it named, or why nothing can be asked about it. */
export function namedCalendar(
  state: AccountState,
  id: CalendarId,
): (Found & { name: CalendarName }) | ActionProblem {
  const found = findCalendar(state, id);
  if (!found) return { problem: "calendarGone" };
  const { connection, calendar } = found;
  if (connection.condition !== "healthy") return { problem: "connectionBroken" };
  const integration = integrationOf(connection, calendar);
  // Only an entry that Cal.com spoiled lacks one of these.
  if (connection.credentialId === null || integration === "") return { problem: "webAppOnly" };
  const { credentialId, delegationCredentialId } = connection;
  const name = { integration, externalId: calendar.externalId, credentialId, delegationCredentialId };
  return { ...found, name };
}
