import { isFeed } from "../../calendars/feed.ts";
import { isUnlistedByCalCom } from "../../calendars/unlisted.ts";
import type { RememberedCalendar, RememberedConnection } from "../../model/account-state.ts";
import { identity } from "../../model/finding.ts";
import { type CalendarSubject, calendarSubject, connectionKey } from "../../model/subject.ts";
import { type Draft, isConfirmed, trustOf } from "../draft.ts";
import { noteBreak } from "../flapping.ts";
import { close, raise, removeAcknowledgement, reset, resolve } from "../lifecycle.ts";
import { type MatchedAnswer, matchedCalendars, type SeenConnection } from "../matching/matched-answer.ts";
import { evaluateFlags, evaluateNotSelected } from "./flags.ts";
import { CALENDAR_KINDS, coverAll, coverUnchecked, lastKnownOf, showLastKnown } from "./last-known.ts";
import { followMoved } from "./moved.ts";

/** Evaluates the flags of every calendar, and makes the answer of each healthy connection its last good one. */
export function evaluateCalendars(draft: Draft, matched: MatchedAnswer): void {
  const listedAnywhere = new Set(matchedCalendars(matched).map(({ externalId }) => externalId));
  for (const connection of draft.state.connections) {
    const seen = matched.connections.get(connectionKey(connection));
    if (trustOf(draft, connection) !== "live" || !seen) continue;
    endInherited(draft, connection, seen, listedAnywhere);
    evaluateLive(draft, connection, seen, listedAnywhere);
  }
  const checkedElsewhere = checkedIn(matched);
  for (const connection of draft.state.connections) {
    const trust = trustOf(draft, connection);
    if (trust === "live") continue;
    const known = new Set(trust === "suspected" ? lastKnownOf(draft.state, connection) : []);
    for (const calendar of connection.calendars) {
      const subject = calendarSubject(connection, calendar.externalId);
      (known.has(calendar) ? showLastKnown : coverAll)(draft, subject);
      if (checkedElsewhere.has(nameOf(subject))) coverUnchecked(draft, subject);
    }
  }
}

const nameOf = ({ integration, externalId }: CalendarSubject) => JSON.stringify([integration, externalId]);

/** What an answer shows to be checked for conflicts, whatever else is broken: nobody may be told that it is not. */
function checkedIn({ connections }: MatchedAnswer): ReadonlySet<string> {
  const all = [...connections.values()].flatMap((seen) =>
    seen.calendars
      .filter(({ isSelected }) => isSelected)
      .map(({ externalId }) => nameOf(calendarSubject(seen, externalId))),
  );
  return new Set(all);
}

/** What was missed in the place of another connection is there again, in any but this one. */
function endInherited(
  draft: Draft,
  connection: RememberedConnection,
  seen: SeenConnection,
  listed: ReadonlySet<string>,
): void {
  const own = new Set(seen.calendars.map(({ externalId }) => externalId));
  const isBack = ({ inherited, externalId }: RememberedCalendar) =>
    inherited && listed.has(externalId) && !own.has(externalId);
  for (const { externalId } of connection.calendars.filter(isBack)) {
    const subject = calendarSubject(connection, externalId);
    for (const kind of CALENDAR_KINDS) (kind === "calendar-gone" ? resolve : close)(draft, kind, subject);
  }
  connection.calendars = connection.calendars.filter((calendar) => !isBack(calendar));
}

function evaluateLive(
  draft: Draft,
  connection: RememberedConnection,
  seen: SeenConnection,
  listedAnywhere: ReadonlySet<string>,
): void {
  const moved = followMoved(draft, connection, seen, listedAnywhere);
  const before = new Map(connection.calendars.map((calendar) => [calendar.externalId, calendar]));
  const listed = new Set(seen.calendars.map(({ externalId }) => externalId));
  const unlisted = connection.calendars.filter(
    (calendar) =>
      !listed.has(calendar.externalId) &&
      evaluateUnlisted(draft, connection, calendar, seen.malformedCalendars > 0),
  );
  const calendars = seen.calendars.map((calendar) =>
    evaluateFlags(draft, calendarSubject(connection, calendar.externalId), {
      calendar,
      before: before.get(calendar.externalId),
      moved: moved === calendar.externalId,
    }),
  );
  // All feeds of a connection block slots as soon as one is selected.
  const allChecked =
    isFeed(connection.integration) &&
    (calendars.some(({ isSelected }) => isSelected) ||
      unlisted.some((calendar) => isStillSelected(draft, connection, calendar)));
  for (const calendar of calendars) {
    evaluateNotSelected(draft, calendarSubject(connection, calendar.externalId), calendar, allChecked);
  }
  connection.calendars = [...calendars, ...unlisted];
  connection.malformedCalendars = seen.malformedCalendars;
  // All are there again; how many can be kept is decided at the end.
  delete connection.notKept;
  delete connection.listedTwice;
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
  if (calendar.readOnly) raise(draft, "read-only", subject, "now");
  showLastKnown(draft, subject);
  return true;
}
