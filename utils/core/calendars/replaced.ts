import type { AccountState, RememberedCalendar, RememberedConnection } from "../model/account-state.ts";
import { identity } from "../model/finding.ts";
import { connectionSubject, isDelegation } from "../model/subject.ts";
import { connectionOf } from "./find.ts";

/** The healthy connection that stands for a broken one beside it: the same app was connected again. */
export function replacementOf(
  state: AccountState,
  { replacedBy }: Pick<RememberedConnection, "replacedBy">,
): RememberedConnection | undefined {
  return replacedBy === null ? undefined : connectionOf(state, replacedBy);
}

/**
 * Whether this is an old connection that the person has to remove. One that is only in doubt may work again in a moment, and what
 * comes through an organization is not theirs to remove.
 */
export function isToBeRemoved(state: AccountState, connection: RememberedConnection): boolean {
  if (isDelegation(connection) || !replacementOf(state, connection)) return false;
  const broken = identity({ kind: "connection-error", subject: connectionSubject(connection) });
  return state.findings.some((one) => one.confirmed && !one.inhibited && identity(one) === broken);
}

/** The calendars that are told of with their connection: what the one that stands for it lists is told of there. */
export function ownCalendars(
  state: AccountState,
  connection: Pick<RememberedConnection, "replacedBy" | "calendars">,
): readonly RememberedCalendar[] {
  const replacement = replacementOf(state, connection);
  if (!replacement) return connection.calendars;
  const listed = new Set(
    replacement.calendars.filter(({ missing }) => !missing).map(({ externalId }) => externalId),
  );
  return connection.calendars.filter(({ externalId }) => !listed.has(externalId));
}
