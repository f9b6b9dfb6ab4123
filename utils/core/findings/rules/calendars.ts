import type { RememberedCalendar, RememberedConnection } from "../../model/account-state.ts";
import { FINDING_KINDS, isAboutCalendar, type KindAbout } from "../../model/kinds.ts";
import { type CalendarSubject, calendarSubject, connectionKey } from "../../model/subject.ts";
import { type Draft, isConfirmed, standing, trustOf } from "../draft.ts";
import { close, inhibit, raise, resolve, uninhibit } from "../lifecycle.ts";
import type { MatchedAnswer, SeenCalendar, SeenConnection } from "../matching/matched-answer.ts";

const CALENDAR_KINDS = FINDING_KINDS.filter(isAboutCalendar);

/** Evaluates the flags of every calendar, and makes the answer of each healthy connection its last good one. */
export function evaluateCalendars(draft: Draft, matched: MatchedAnswer): void {
  for (const connection of draft.state.connections) {
    const trust = trustOf(draft, connection);
    const seen = matched.connections.get(connectionKey(connection));
    if (trust === "live" && seen) {
      evaluateLive(draft, connection, seen);
    } else {
      const show = trust === "suspected" ? showLastKnown : coverAll;
      for (const { externalId } of connection.calendars) show(draft, calendarSubject(connection, externalId));
    }
  }
}

function evaluateLive(draft: Draft, connection: RememberedConnection, seen: SeenConnection): void {
  const before = new Map(connection.calendars.map((calendar) => [calendar.externalId, calendar]));
  for (const calendar of seen.calendars) {
    evaluateFlags(
      draft,
      calendarSubject(connection, calendar.externalId),
      calendar,
      before.get(calendar.externalId),
    );
  }
  const listed = new Set(seen.calendars.map(({ externalId }) => externalId));
  const unlisted = connection.calendars.filter(
    (calendar) =>
      !listed.has(calendar.externalId) &&
      evaluateUnlisted(draft, connection, calendar, seen.malformedCalendars > 0),
  );
  connection.calendars = [
    ...seen.calendars.map((calendar) => ({ ...calendar, missing: false })),
    ...unlisted,
  ];
  connection.malformedCalendars = seen.malformedCalendars;
  connection.primaryExternalId = seen.primaryExternalId;
  connection.lastGoodAt = draft.now;
}

function evaluateFlags(
  draft: Draft,
  subject: CalendarSubject,
  calendar: SeenCalendar,
  before: RememberedCalendar | undefined,
): void {
  if (calendar.readOnly) raise(draft, "read-only", subject, "now");
  else resolve(draft, "read-only", subject);

  if (calendar.isSelected) {
    for (const kind of ["calendar-gone", "selection-lost", "not-selected"] as const)
      resolve(draft, kind, subject);
    return;
  }
  close(draft, "calendar-gone", subject);
  const wasSelected = before?.isSelected === true;
  const unselectedHere = draft.state.pending.some(
    (pending) => pending.action === "unselect-calendar" && pending.externalId === subject.externalId,
  );
  if (standing(draft, "selection-lost", subject) || (wasSelected && !unselectedHere)) {
    raise(draft, "selection-lost", subject, "now");
    inhibit(draft, "not-selected", subject);
    return;
  }
  const level = calendar.primary ? "warning" : "notice";
  const { record } = raise(draft, "not-selected", subject, "now", level);
  if (wasSelected && !record.suppressedLevels.includes(level)) record.suppressedLevels.push(level);
}

/**
 * A calendar that a healthy connection does not list.
 * @param unreadable one of the listed could not be read, and may be this one: nothing is said of it
 * @returns whether it is still remembered
 */
function evaluateUnlisted(
  draft: Draft,
  connection: RememberedConnection,
  calendar: RememberedCalendar,
  unreadable: boolean,
): boolean {
  const subject = calendarSubject(connection, calendar.externalId);
  if (unreadable) {
    showLastKnown(draft, subject);
    return true;
  }
  if (!calendar.isSelected) {
    for (const kind of CALENDAR_KINDS) close(draft, kind, subject);
    return false;
  }
  calendar.missing = true;
  raise(draft, "calendar-gone", subject, "onRepeat");
  showLastKnown(draft, subject);
  return true;
}

/** Shows the findings of a calendar as they were, but for those that a stronger one of the same calendar replaces. */
function showLastKnown(draft: Draft, subject: CalendarSubject): void {
  const gone = isConfirmed(draft, "calendar-gone", subject);
  const lost = standing(draft, "selection-lost", subject) !== undefined;
  const replaced: Record<KindAbout<"calendar">, boolean> = {
    "calendar-gone": false,
    "calendar-moved": gone,
    "selection-lost": gone,
    "not-selected": gone || lost,
    "read-only": gone,
  };
  for (const kind of CALENDAR_KINDS) (replaced[kind] ? inhibit : uninhibit)(draft, kind, subject);
}

function coverAll(draft: Draft, subject: CalendarSubject): void {
  for (const kind of CALENDAR_KINDS) inhibit(draft, kind, subject);
}
