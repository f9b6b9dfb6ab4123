import { sameDestination } from "../calendars/destination.ts";
import type { AccountState } from "../model/account-state.ts";
import type { EventTypeBefore, Mending, NotPutBack } from "../model/mending.ts";
import { isHeldByAnotherBroken, liveCopies } from "./live-copies.ts";

interface RestorableEventTypes {
  eventTypes: EventTypeBefore[];
  cannot: NotPutBack[];
  /** What some of them have now is not known. */
  unread: boolean;
}

/** Event types that have lost the calendar of their own, or have one that is not there any more. */
export function restorableEventTypes(mending: Mending, state: AccountState): RestorableEventTypes {
  const all: RestorableEventTypes = { eventTypes: [], cannot: [], unread: false };
  const lostAt = state.lostApps.find(({ integration }) => integration === mending.integration)?.answer ?? 0;
  const known = new Map(state.eventTypes.map((one) => [one.id, one]));
  for (const one of mending.eventTypes) {
    const now = known.get(one.id);
    // Deleted, or none are read any more.
    if (!now) continue;
    const [copy] = liveCopies(state, one.destination);
    const isSame = sameDestination(now.destination, one.destination);
    if (isSame && copy) {
      all.unread ||= now.seenAnswer < lostAt;
      continue;
    }
    // What the person chose instead, and works.
    if (!isSame && now.destination !== null && liveCopies(state, now.destination).length > 0) continue;
    if (copy && !copy.calendar.readOnly) all.eventTypes.push(one);
    else if (copy || !isHeldByAnotherBroken(state, one.destination, mending)) {
      const problem = { problem: copy ? "readOnly" : "calendarGone" } as const;
      all.cannot.push({ what: "eventType", id: one.id, title: one.title, problem });
    }
  }
  return all;
}
