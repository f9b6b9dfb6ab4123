import type { CalendarName } from "../../cal-api/change.ts";
import { isOwnCredential, sameDestination } from "../calendars/destination.ts";
import { destinationConnections } from "../calendars/destination-connections.ts";
import { findCalendar } from "../calendars/find.ts";
import { listedDestination } from "../calendars/listed-destination.ts";
import { isSelectedNow } from "../calendars/selected-now.ts";
import { isSettable, isSettableApp } from "../calendars/settable.ts";
import type { AccountState } from "../model/account-state.ts";
import { ACTIONS, type PendingId, type Performed } from "../model/actions.ts";
import { type CalendarId, calendarSubject } from "../model/subject.ts";
import { namedCalendar } from "./named-calendar.ts";
import type { ActionProblem } from "./problem.ts";

/** What a list shows of a change. `lost`: what it is about is not there. `unclear`: Cal.com can't see it right now. */
export type Shown = "wanted" | "old" | "lost" | "unclear";

/** One change to ask Cal.com for. */
export interface Change {
  /** What the status is to expect from now on. */
  announced: Performed<PendingId>;
  calendar: CalendarName;
  /** What a state shows of it. */
  look: (state: AccountState) => Shown;
  /** "Not found" may also mean that there is nothing to change. */
  mayBeDoneWhenNotFound?: true;
  /** A list shows the same before and after: whether it was done only Cal.com's word tells. */
  isUnseen?: true;
}

/** Decides, by what is known of the account, what is asked for, that there is nothing to do, or why it can't be done. */
export type Plan = (state: AccountState) => Change | "done-already" | ActionProblem;

/** Checks a calendar for conflicts, or not any more. */
export function planSelection(action: PendingId<"selection">, id: CalendarId): Plan {
  const selected = action === "select-calendar";
  return (state) => {
    const found = namedCalendar(state, id);
    if ("problem" in found) return found;
    const { calendar, name } = found;
    // What is still waited for may be true already, whatever the last list showed.
    const isAwaited = state.pending.some(
      (pending) => ACTIONS[pending.action].pending === "selection" && pending.externalId === id.externalId,
    );
    const isSelected = selected
      ? isSelectedNow(state, calendarSubject(name, id.externalId))
      : calendar.isSelected;
    if (isSelected === selected && !isAwaited) return "done-already";
    const { externalId, credentialId, delegationCredentialId } = name;
    return {
      announced: { action, externalId, credentialId, delegationCredentialId },
      calendar: name,
      look: (after) => selectionIn(after, id, selected),
      ...(!selected && { mayBeDoneWhenNotFound: true }),
    };
  };
}

function selectionIn(state: AccountState, id: CalendarId, selected: boolean): Shown {
  const found = findCalendar(state, id);
  if (!found) return "lost";
  // What is remembered of a broken connection is from before.
  if (found.connection.condition !== "healthy") return "unclear";
  const isSelected = selected
    ? isSelectedNow(state, calendarSubject(id, id.externalId))
    : found.calendar.isSelected;
  return isSelected === selected ? "wanted" : "old";
}

/**
 * Adds bookings to a calendar that can be a destination, unless it is that already and is the one that is wanted.
 * @param anew also then: one that Cal.com wrote may go through a connection that it was not written for
 */
export function planDestination(id: CalendarId, anew = false): Plan {
  return (state) => {
    const found = namedCalendar(state, id);
    if ("problem" in found) return found;
    const { connection, calendar, name } = found;
    // Cal.com's routes don't know every app.
    if (!isSettableApp(connection, calendar)) return { problem: "webAppOnly" };
    if (calendar.readOnly) return { problem: "readOnly" };
    const { current, remembered } = state.destination;
    const isAwaited = state.pending.some(({ action }) => ACTIONS[action].pending === "destination");
    const isThere = sameDestination(current, name) && sameDestination(current, remembered);
    if (isThere && !isAwaited && !anew) return "done-already";
    const { integration, externalId } = name;
    return {
      announced: { action: "set-destination", integration, externalId },
      calendar: name,
      look: ({ destination }) => (sameDestination(destination.current, name) ? "wanted" : "old"),
      ...(isThere && anew && { isUnseen: true }),
    };
  };
}

/** Adds bookings again to the calendar that the person once chose. */
export const planRestoring: Plan = (state) => {
  const { current, remembered } = state.destination;
  if (remembered === null) return { problem: "calendarGone" };
  if (sameDestination(current, remembered)) return "done-already";
  const homes = destinationConnections(state, remembered);
  const healthy = homes.filter(({ condition }) => condition === "healthy");
  const listed = listedDestination(state, remembered);
  if (listed) return planDestination(calendarSubject(listed.connection, listed.calendar.externalId))(state);
  const isListenedTo = state.connections.some(
    (connection) => connection.condition === "healthy" && isOwnCredential(remembered, connection),
  );
  return {
    problem: healthy.length > 0 || (homes.length === 0 && isListenedTo) ? "calendarGone" : "connectionBroken",
  };
};

/** Sets the destination that was kept anew; there is nothing to do where only the web app can, or it is blank. */
export const planKept: Plan = (state) => {
  const listed = listedDestination(state, state.destination.remembered);
  if (!listed || !isSettable(listed.connection, listed.calendar)) return "done-already";
  return planDestination(calendarSubject(listed.connection, listed.calendar.externalId), true)(state);
};

/** Whether the destination that Cal.com has is another than the one that the person wants. */
export function isDestinationChanged({ findings }: AccountState): boolean {
  return findings.some(({ kind, endedCounted }) => kind === "destination-changed" && endedCounted === null);
}
