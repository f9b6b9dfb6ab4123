import type { RememberedCalendar, RememberedConnection } from "../account-state.ts";
import { isConfirmed, standing, type Work } from "../draft.ts";
import type { FindingKind } from "../finding.ts";
import { claim, cover, finish, seeRight, uncover } from "../ledger.ts";
import type { SeenCalendar, SeenConnection, Sighting } from "../matching/matched-answer.ts";
import { calendarSubject, connectionKey, type Subject } from "../subject.ts";
import { trustOf } from "../trust.ts";

const CALENDAR_KINDS = ["calendar-gone", "selection-lost", "not-selected", "read-only"] as const;

/** Judges the flags of every calendar, and makes the answer of each healthy connection its last good one. */
export function judgeCalendars(work: Work, sighting: Sighting): void {
  for (const connection of work.state.connections) {
    const trust = trustOf(work, connection);
    const seen = sighting.connections.get(connectionKey(connection));
    if (trust === "live" && seen) {
      judgeLive(work, connection, seen);
    } else {
      const show = trust === "suspected" ? showLastKnown : coverAll;
      for (const { externalId } of connection.calendars) show(work, calendarSubject(connection, externalId));
    }
  }
}

function judgeLive(work: Work, connection: RememberedConnection, seen: SeenConnection): void {
  const before = new Map(connection.calendars.map((calendar) => [calendar.externalId, calendar]));
  for (const calendar of seen.calendars) {
    judgeFlags(
      work,
      calendarSubject(connection, calendar.externalId),
      calendar,
      before.get(calendar.externalId),
    );
  }
  const listed = new Set(seen.calendars.map(({ externalId }) => externalId));
  const unlisted = connection.calendars.filter(
    (calendar) =>
      !listed.has(calendar.externalId) &&
      judgeUnlisted(work, connection, calendar, seen.malformedCalendars > 0),
  );
  connection.calendars = [
    ...seen.calendars.map((calendar) => ({ ...calendar, missing: false })),
    ...unlisted,
  ];
  connection.malformedCalendars = seen.malformedCalendars;
  connection.primaryExternalId = seen.primaryExternalId;
  connection.lastGoodAt = work.now;
}

function judgeFlags(
  work: Work,
  subject: Subject & { externalId: string },
  calendar: SeenCalendar,
  before: RememberedCalendar | undefined,
): void {
  if (calendar.readOnly) claim(work, "read-only", subject, "notice", "certain");
  else seeRight(work, "read-only", subject);

  if (calendar.isSelected) {
    for (const kind of ["calendar-gone", "selection-lost", "not-selected"] as const)
      seeRight(work, kind, subject);
    return;
  }
  finish(work, "calendar-gone", subject);
  const wasSelected = before?.isSelected === true;
  const unselectedHere = work.state.pending.some(
    (pending) => pending.act === "unselect" && pending.externalId === subject.externalId,
  );
  if (standing(work, "selection-lost", subject) || (wasSelected && !unselectedHere)) {
    claim(work, "selection-lost", subject, "warning", "certain");
    cover(work, "not-selected", subject);
    return;
  }
  const level = calendar.primary ? "warning" : "notice";
  const { record } = claim(work, "not-selected", subject, level, "certain");
  if (wasSelected && !record.muted.includes(level)) record.muted.push(level);
}

/**
 * A calendar that a healthy connection does not list.
 * @param unreadable one of the listed could not be read, and may be this one: nothing is said of it
 * @returns whether it is still remembered
 */
function judgeUnlisted(
  work: Work,
  connection: RememberedConnection,
  calendar: RememberedCalendar,
  unreadable: boolean,
): boolean {
  const subject = calendarSubject(connection, calendar.externalId);
  if (unreadable) {
    showLastKnown(work, subject);
    return true;
  }
  if (!calendar.isSelected) {
    for (const kind of CALENDAR_KINDS) finish(work, kind, subject);
    return false;
  }
  calendar.missing = true;
  claim(work, "calendar-gone", subject, "warning", "repeat");
  showLastKnown(work, subject);
  return true;
}

/** Shows the findings of a calendar as they were, but for those that a stronger one of the same calendar replaces. */
function showLastKnown(work: Work, subject: Subject): void {
  const gone = isConfirmed(work, "calendar-gone", subject);
  const lost = standing(work, "selection-lost", subject) !== undefined;
  const replaced: Record<(typeof CALENDAR_KINDS)[number], boolean> = {
    "calendar-gone": false,
    "selection-lost": gone,
    "not-selected": gone || lost,
    "read-only": gone,
  };
  for (const kind of CALENDAR_KINDS) (replaced[kind] ? cover : uncover)(work, kind, subject);
}

function coverAll(work: Work, subject: Subject): void {
  for (const kind of CALENDAR_KINDS satisfies readonly FindingKind[]) cover(work, kind, subject);
}
