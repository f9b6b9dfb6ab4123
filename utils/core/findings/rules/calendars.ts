import { isFeed } from "../../calendars/feed.ts";
import { isUnlistedByCalCom } from "../../calendars/unlisted.ts";
import type { RememberedCalendar, RememberedConnection } from "../../model/account-state.ts";
import { identity } from "../../model/finding.ts";
import { FINDING_KINDS, isAboutCalendar, type KindAbout } from "../../model/kinds.ts";
import { type CalendarSubject, calendarSubject, connectionKey } from "../../model/subject.ts";
import { type Draft, isConfirmed, trustOf } from "../draft.ts";
import { noteBreak } from "../flapping.ts";
import { close, inhibit, raise, removeAcknowledgement, reset, uninhibit } from "../lifecycle.ts";
import type { MatchedAnswer, SeenConnection } from "../matching/matched-answer.ts";
import { evaluateFlags, evaluateNotSelected } from "./flags.ts";
import { lastKnownOf } from "./last-known.ts";
import { followMoved } from "./moved.ts";

const CALENDAR_KINDS = FINDING_KINDS.filter(isAboutCalendar);

/** Evaluates the flags of every calendar, and makes the answer of each healthy connection its last good one. */
export function evaluateCalendars(draft: Draft, matched: MatchedAnswer): void {
  for (const connection of draft.state.connections) {
    const seen = matched.connections.get(connectionKey(connection));
    if (trustOf(draft, connection) === "live" && seen) evaluateLive(draft, connection, seen);
  }
  for (const connection of draft.state.connections) {
    const trust = trustOf(draft, connection);
    if (trust === "live") continue;
    const known = new Set(trust === "suspected" ? lastKnownOf(draft.state, connection) : []);
    for (const calendar of connection.calendars) {
      const show = known.has(calendar) ? showLastKnown : coverAll;
      show(draft, calendarSubject(connection, calendar.externalId));
    }
  }
}

function evaluateLive(draft: Draft, connection: RememberedConnection, seen: SeenConnection): void {
  const moved = followMoved(draft, connection, seen);
  const before = new Map(connection.calendars.map((calendar) => [calendar.externalId, calendar]));
  const listed = new Set(seen.calendars.map(({ externalId }) => externalId));
  const unlisted = connection.calendars.filter(
    (calendar) =>
      !listed.has(calendar.externalId) &&
      evaluateUnlisted(draft, connection, calendar, seen.malformedCalendars > 0),
  );
  const seenNow = seen.calendars.map((calendar) => ({
    subject: calendarSubject(connection, calendar.externalId),
    listed: {
      calendar,
      before: before.get(calendar.externalId),
      moved: moved === calendar.externalId,
    },
  }));
  const calendars = seenNow.map(({ subject, listed }) => evaluateFlags(draft, subject, listed));
  connection.calendars = [...calendars, ...unlisted];
  // All feeds of a connection block slots as soon as one is selected.
  const allChecked =
    isFeed(connection.integration) &&
    connection.calendars.some((one) => isStillSelected(draft, connection, one));
  for (const { subject, listed } of seenNow) evaluateNotSelected(draft, subject, listed, allChecked);
  connection.malformedCalendars = seen.malformedCalendars;
  connection.primaryExternalId = seen.primaryExternalId;
  connection.lastGoodAt = draft.now;
}

function isStillSelected(
  draft: Draft,
  connection: RememberedConnection,
  calendar: RememberedCalendar,
): boolean {
  return (
    calendar.isSelected &&
    !isConfirmed(draft, "calendar-gone", calendarSubject(connection, calendar.externalId))
  );
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
  if (isUnlistedByCalCom(calendar.externalId)) {
    for (const kind of CALENDAR_KINDS) {
      reset(draft, kind, subject);
      removeAcknowledgement(draft, identity({ kind, subject }));
    }
    return false;
  }
  if (!calendar.isSelected) {
    for (const kind of CALENDAR_KINDS) close(draft, kind, subject);
    return false;
  }
  calendar.missing = true;
  const { justConfirmed } = raise(draft, "calendar-gone", subject, "onRepeat");
  if (justConfirmed) noteBreak(draft, connection);
  showLastKnown(draft, subject);
  return true;
}

/** Shows the findings of a calendar as they were, but for those that a stronger one of the same calendar replaces. */
function showLastKnown(draft: Draft, subject: CalendarSubject): void {
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

function coverAll(draft: Draft, subject: CalendarSubject): void {
  for (const kind of CALENDAR_KINDS) inhibit(draft, kind, subject);
}
