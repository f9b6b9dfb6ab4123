import { sameDestination } from "../calendars/destination.ts";
import { connectionOf } from "../calendars/find.ts";
import { replacementOf } from "../calendars/replaced.ts";
import type { AccountState } from "../model/account-state.ts";
import type { Changes } from "../model/changes.ts";
import type { CheckedCalendar, EventTypeBefore, Mending } from "../model/mending.ts";
import { calendarSubject, connectionId, connectionKey, subjectKey } from "../model/subject.ts";
import { isGone } from "./find.ts";
import { liveCopies } from "./live-copies.ts";

export type Followed = Pick<Changes, "renamed" | "moved">;

/** What became of a connection and its calendars since it broke: their names, the one that stands for it, what is the person's choice. */
export function follow(before: Mending, after: AccountState, { renamed, moved }: Followed): Mending {
  const own = renamed.get(connectionKey(before));
  // A connection that goes on under its whole name is the same; one that another stands for is succeeded.
  const isSucceeded = own !== undefined && connectionOf(after, own)?.condition === "healthy";
  const mending = { ...before, ...(own && !isSucceeded && connectionId(own)) };
  const connection = connectionOf(after, mending);
  const isRemoved = connection === undefined || isGone(after, connection);
  return {
    ...mending,
    successor: isSucceeded ? connectionId(own) : successorNow(mending, after, renamed),
    removed: isRemoved,
    selected: mending.selected.map((one) => movedCalendar(one, mending, moved)),
    eventTypes: mending.eventTypes.filter((one) => !isTheirs(one, after)),
  };
}

function successorNow(mending: Mending, after: AccountState, renamed: Followed["renamed"]) {
  const connection = connectionOf(after, mending);
  // While it is there the answer says who stands for it.
  if (connection && connection.condition !== "missing") {
    const other = replacementOf(after, connection);
    return other ? connectionId(other) : null;
  }
  const { successor } = mending;
  if (successor === null) return null;
  return connectionId(renamed.get(connectionKey(successor)) ?? successor);
}

/** A calendar may have got its new id in either of the two. */
function movedCalendar(
  calendar: CheckedCalendar,
  { successor, ...old }: Mending,
  moved: Followed["moved"],
): CheckedCalendar {
  for (const connection of [old, successor]) {
    if (connection === null) continue;
    const to = moved.get(subjectKey(calendarSubject(connection, calendar.externalId)));
    if (to) return { ...calendar, externalId: to.externalId };
  }
  return calendar;
}

/** The person gave it another calendar since, or does without one. */
function isTheirs({ id, destination }: EventTypeBefore, after: AccountState): boolean {
  const now = after.eventTypes.find((one) => one.id === id);
  if (!now) return false;
  const { remembered } = now;
  if (remembered === null) return now.destination === null;
  return !sameDestination(remembered, destination) && liveCopies(after, remembered).length > 0;
}
