import { connectionOf } from "../../calendars/find.ts";
import type { AccountState, RememberedCalendar, RememberedConnection } from "../../model/account-state.ts";
import { isAboutCalendar, type KindAbout } from "../../model/kind-groups.ts";
import { FINDING_KINDS } from "../../model/kinds.ts";
import type { CalendarSubject } from "../../model/subject.ts";
import { type Draft, isConfirmed } from "../draft.ts";
import { inhibit, uninhibit } from "../lifecycle.ts";

/**
 * The calendars that a connection still speaks for: of one that is broken beside the one that stands for it, those that the other
 * does not list.
 */
export function lastKnownOf(
  state: AccountState,
  { calendars, replacedBy }: RememberedConnection,
): RememberedCalendar[] {
  const other = replacedBy && connectionOf(state, replacedBy);
  if (!other) return calendars;
  const listed = new Set(
    other.calendars.filter(({ missing }) => !missing).map(({ externalId }) => externalId),
  );
  return calendars.filter(({ externalId }) => !listed.has(externalId));
}

export const CALENDAR_KINDS = FINDING_KINDS.filter(isAboutCalendar);

/** Shows the findings of a calendar as they were, but for those that a stronger one of the same calendar replaces. */
export function showLastKnown(draft: Draft, subject: CalendarSubject): void {
  const gone = isConfirmed(draft, "calendar-gone", subject);
  const lost = isConfirmed(draft, "selection-lost", subject) || isConfirmed(draft, "calendar-moved", subject);
  const replaced: Record<KindAbout<"calendar">, boolean> = {
    "calendar-gone": false,
    "calendar-moved": gone,
    "selection-lost": gone,
    "not-selected": gone || lost,
    "read-only": gone,
  };
  for (const kind of CALENDAR_KINDS) (replaced[kind] ? inhibit : uninhibit)(draft, kind, subject);
}

export function coverUnchecked(draft: Draft, subject: CalendarSubject): void {
  for (const kind of CALENDAR_KINDS.filter((one) => one !== "read-only")) inhibit(draft, kind, subject);
}

export function coverAll(draft: Draft, subject: CalendarSubject): void {
  for (const kind of CALENDAR_KINDS) inhibit(draft, kind, subject);
}
