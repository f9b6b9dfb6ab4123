import { isAddedTo } from "../../calendars/destination.ts";
import { isUnlistedByCalCom } from "../../calendars/unlisted.ts";
import type { RememberedCalendar, RememberedConnection } from "../../model/account-state.ts";
import { calendarSubject, type Subject, subjectKey } from "../../model/subject.ts";
import { type Draft, isConfirmed } from "../draft.ts";
import { reset } from "../lifecycle.ts";
import type { SeenCalendar, SeenConnection } from "../matching/matched-answer.ts";
import { rekey } from "../matching/rename.ts";

/**
 * A calendar that its provider gave another id: one that mattered is missing, and just one that is new is the same by its name, or
 * by being the main one. It goes on under its new id, with all that is known of it.
 * @returns the new `externalId`, or null when there is none
 */
export function followMoved(
  draft: Draft,
  connection: RememberedConnection,
  seen: SeenConnection,
): string | null {
  if (seen.malformedCalendars > 0) return null;
  const listed = new Set(seen.calendars.map(({ externalId }) => externalId));
  const known = new Set(connection.calendars.map(({ externalId }) => externalId));
  const [old, ...alsoMissing] = connection.calendars.filter(
    (calendar) => !listed.has(calendar.externalId) && matters(draft, connection, calendar),
  );
  if (!old || alsoMissing.length > 0) return null;
  const [found, ...alsoFitting] = seen.calendars.filter(
    (calendar) => !known.has(calendar.externalId) && isSame(old, calendar),
  );
  if (!found || alsoFitting.length > 0) return null;
  follow(draft, connection, old, found.externalId);
  return found.externalId;
}

function matters(draft: Draft, connection: RememberedConnection, calendar: RememberedCalendar): boolean {
  const isDestination = draft.wantedBefore !== null && isAddedTo(draft.wantedBefore, calendar, connection);
  return (
    (calendar.isSelected || isDestination) &&
    !isUnlistedByCalCom(calendar.externalId) &&
    !isConfirmed(draft, "calendar-gone", calendarSubject(connection, calendar.externalId))
  );
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
  const { remembered } = draft.state.destination;
  const wanted = draft.wantedBefore;
  if (remembered && wanted && isAddedTo(wanted, old, connection)) remembered.externalId = externalId;
  Object.assign(old, { externalId, missing: false });
}
