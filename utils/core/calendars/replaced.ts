import type { AccountState, RememberedCalendar, RememberedConnection } from "../model/account-state.ts";
import { identity } from "../model/finding.ts";
import { connectionSubject, isDelegation } from "../model/subject.ts";
import { connectionOf } from "./find.ts";

type Replaced = Pick<RememberedConnection, "replacedBy" | "calendars">;

/**
 * The healthy connection that stands for a broken one beside it: the same app was connected again. One of another account, which only
 * has the same calendars shared with it, can be asked for them in its place, but is no reason to say that.
 */
export function replacementOf(state: AccountState, old: Replaced): RememberedConnection | undefined {
  const other = old.replacedBy === null ? undefined : connectionOf(state, old.replacedBy);
  return other && !isAnotherAccount(old, other) ? other : undefined;
}

/** It can be told only where the provider marks a main calendar of each, and Cal.com says whose they are. */
function isAnotherAccount(old: Replaced, other: Replaced): boolean {
  const [main, otherMain] = [old, other].map(({ calendars }) => calendars.find(({ primary }) => primary));
  if (!main?.email || !otherMain?.email) return false;
  return main.externalId !== otherMain.externalId && main.email !== otherMain.email;
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
export function ownCalendars(state: AccountState, connection: Replaced): readonly RememberedCalendar[] {
  const replacement = replacementOf(state, connection);
  if (!replacement) return connection.calendars;
  const listed = new Set(
    replacement.calendars.filter(({ missing }) => !missing).map(({ externalId }) => externalId),
  );
  return connection.calendars.filter(({ externalId }) => !listed.has(externalId));
}
