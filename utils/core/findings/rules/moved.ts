import { isAddedTo } from "../../calendars/destination.ts";
import { isUnlistedByCalCom } from "../../calendars/unlisted.ts";
import type { RememberedCalendar, RememberedConnection } from "../../model/account-state.ts";
import { type CalendarSubject, calendarSubject, type Subject, subjectKey } from "../../model/subject.ts";
import { type Draft, isConfirmed } from "../draft.ts";
import { reset } from "../lifecycle.ts";
import type { SeenCalendar, SeenConnection } from "../matching/matched-answer.ts";
import { carrySnoozes, rekey } from "../matching/rename.ts";

/**
 * A calendar that its provider gave another id: one that mattered is missing, and just one that is new is the same by its name, or
 * by being the main one. It goes on under its new id, with all that is known of it.
 * @param listedAnywhere `externalId` of all calendars of the answer
 * @returns the new `externalId`, or null when there is none
 */
export function followMoved(
  draft: Draft,
  connection: RememberedConnection,
  seen: SeenConnection,
  listedAnywhere: ReadonlySet<string>,
): string | null {
  // What there was no room for is not known: it would pass for new.
  if (seen.malformedCalendars > 0 || (connection.notKept ?? 0) > 0) return null;
  const listed = new Set(seen.calendars.map(({ externalId }) => externalId));
  const known = new Set(connection.calendars.map(({ externalId }) => externalId));
  // Bookings don't follow a calendar that another connection still has.
  const isWanted = (calendar: RememberedCalendar) =>
    !listedAnywhere.has(calendar.externalId) &&
    draft.wantedBefore !== null &&
    isAddedTo(draft.wantedBefore, calendar, connection);
  const [old, ...alsoMissing] = connection.calendars.filter(
    (calendar) =>
      !listed.has(calendar.externalId) &&
      (calendar.isSelected || isWanted(calendar)) &&
      canMove(draft, calendarSubject(connection, calendar.externalId)),
  );
  if (!old || alsoMissing.length > 0) return null;
  const [found, ...alsoFitting] = seen.calendars.filter(
    (calendar) => !known.has(calendar.externalId) && isSame(old, calendar),
  );
  if (!found || alsoFitting.length > 0) return null;
  const { remembered } = draft.state.destination;
  if (remembered !== null && isWanted(old)) remembered.externalId = found.externalId;
  follow(draft, connection, old, found.externalId);
  return found.externalId;
}

function canMove(draft: Draft, subject: CalendarSubject): boolean {
  return !isUnlistedByCalCom(subject.externalId) && !isConfirmed(draft, "calendar-gone", subject);
}

function isSame(old: RememberedCalendar, calendar: SeenCalendar): boolean {
  const name = old.name?.trim() ?? "";
  return (name !== "" && name === calendar.name?.trim()) || (old.primary && calendar.primary);
}

function follow(
  draft: Draft,
  connection: RememberedConnection,
  old: RememberedCalendar,
  externalId: string,
): void {
  const from = calendarSubject(connection, old.externalId);
  const to = calendarSubject(connection, externalId);
  reset(draft, "calendar-gone", from);
  // Only suspected of the one, it is yet to be said of the other.
  for (const kind of ["selection-lost", "calendar-moved"] as const) {
    if (!isConfirmed(draft, kind, from)) reset(draft, kind, from);
  }
  const moved = (subject: Subject) => (subjectKey(subject) === subjectKey(from) ? to : undefined);
  rekey(draft.findings, moved);
  rekey(draft.acknowledgements, moved);
  carrySnoozes(draft, moved);
  draft.moved.set(subjectKey(from), to);
  Object.assign(old, { externalId, missing: false });
}
