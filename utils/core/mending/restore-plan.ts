import { sameDestination } from "../calendars/destination.ts";
import { connectionOf, type Found } from "../calendars/find.ts";
import { isSelectedNow } from "../calendars/selected-now.ts";
import { isLive, isSettableApp } from "../calendars/settable.ts";
import type { AccountState, RememberedConnection } from "../model/account-state.ts";
import type { CheckedCalendar, EventTypeBefore, Mending, NotPutBack } from "../model/mending.ts";
import { type CalendarSubject, calendarSubject, connectionKey, isUnreadable } from "../model/subject.ts";
import { homeOf, isMendedInPlace } from "./find.ts";
import { isHeldByAnotherBroken, liveCopies } from "./live-copies.ts";
import { restorableEventTypes } from "./restore-event-types.ts";

/** What is to be done until everything is as it was, and what can't be done. */
export interface RestorePlan {
  /** To be checked for conflicts again. */
  select: CalendarSubject[];
  /** Not to be checked any more: Cal.com chose it by itself when the app was added. */
  unselect: CalendarSubject[];
  /** Where bookings are to be added again; null when they are, or can't be. */
  destination: { calendar: CalendarSubject; name: string | null } | null;
  eventTypes: EventTypeBefore[];
  cannot: NotPutBack[];
  /** Event types were not read since the connection broke or went: what they lack is unknown. */
  eventTypesUnread: boolean;
}

/** By what the last answers showed. Nothing can be put back while no connection stands for the old one. */
export function restorePlan(mending: Mending, state: AccountState): RestorePlan {
  const home = homeOf(state, mending);
  if (home === null) return nothing();
  const calendars = mending.selected.map((one) => ({ one, place: placeOf(one, home, state) }));
  const destination = restorableDestination(mending, state);
  const { eventTypes, cannot, unread } = restorableEventTypes(mending, state);
  return {
    select: calendars.flatMap(({ place }) =>
      place && !isSelectedNow(state, subjectOf(place)) ? [subjectOf(place)] : [],
    ),
    unselect: chosenByCalCom(mending, home, state),
    destination: destination && "calendar" in destination ? destination : null,
    eventTypes,
    cannot: [
      ...calendars.flatMap(({ one, place }) => (place ? [] : [goneCalendar(one)])),
      ...(destination && "what" in destination ? [destination] : []),
      ...cannot,
    ],
    eventTypesUnread: unread,
  };
}

function nothing(): RestorePlan {
  return {
    select: [],
    unselect: [],
    destination: null,
    eventTypes: [],
    cannot: [],
    eventTypesUnread: false,
  };
}

/** How many single changes it takes. */
export function sizeOfPlan({ select, unselect, destination, eventTypes }: RestorePlan): number {
  return select.length + unselect.length + Number(destination !== null) + eventTypes.length;
}

/** Nothing differs from how it was, and the old connection is gone or works again. */
export function isAsBefore(mending: Mending, state: AccountState): boolean {
  if (homeOf(state, mending) === null) return false;
  if (!mending.removed && !isMendedInPlace(state, mending)) return false;
  const plan = restorePlan(mending, state);
  return sizeOfPlan(plan) === 0 && plan.cannot.length === 0 && !plan.eventTypesUnread;
}

const subjectOf = ({ connection, calendar }: Found) => calendarSubject(connection, calendar.externalId);

/** In the connection that stands for the old one; else in any of the app that lists it, as feeds that were added one by one. */
function placeOf(
  { externalId }: CheckedCalendar,
  home: RememberedConnection,
  { connections }: AccountState,
): Found | undefined {
  const others = connections.filter(
    (one) => one !== home && one.integration === home.integration && !isUnreadable(one),
  );
  for (const connection of [home, ...others]) {
    const calendar = connection.calendars.find((one) => one.externalId === externalId);
    if (calendar && isLive(connection, calendar)) return { connection, calendar };
  }
  return undefined;
}

function goneCalendar({ externalId, name }: CheckedCalendar): NotPutBack {
  return { what: "calendar", externalId, name, problem: { problem: "calendarGone" } };
}

/**
 * Only once the old connection is gone: till then Cal.com may hold the choice twice and take back neither. What is also chosen
 * through another connection stays.
 */
function chosenByCalCom(
  mending: Mending,
  home: RememberedConnection,
  state: AccountState,
): CalendarSubject[] {
  const main = home.primaryExternalId;
  const wasKnown = main !== null && main === mending.primaryExternalId;
  const isOwn = connectionKey(home) === connectionKey(mending);
  if (!wasKnown || isOwn || !mending.removed) return [];
  if (mending.selected.some(({ externalId }) => externalId === main)) return [];
  const subject = calendarSubject(home, main);
  const isElsewhere = state.connections.some(
    (one) =>
      one !== home &&
      one.condition === "healthy" &&
      one.calendars.some(
        ({ externalId, isSelected, missing }) => externalId === main && isSelected && !missing,
      ),
  );
  return !isElsewhere && isSelectedNow(state, subject) ? [subject] : [];
}

/**
 * To the calendar that the person chose, wherever that is now. One that is in another broken connection is put back when that is
 * mended.
 */
function restorableDestination(
  mending: Mending,
  state: AccountState,
): RestorePlan["destination"] | Extract<NotPutBack, { what: "destination" }> {
  const { current, remembered } = state.destination;
  if (remembered === null || sameDestination(current, remembered)) return null;
  const { name } = remembered;
  const [copy] = liveCopies(state, remembered);
  if (!copy) {
    if (isHeldByAnotherBroken(state, remembered, mending)) return null;
    return { what: "destination", name, problem: { problem: "calendarGone" } };
  }
  const { connection, calendar } = copy;
  if (calendar.readOnly) return { what: "destination", name, problem: { problem: "readOnly" } };
  if (!isSettableApp(connection, calendar) || connectionOf(state, connection)?.credentialId === null) {
    return { what: "destination", name, problem: { problem: "webAppOnly" } };
  }
  return { calendar: subjectOf(copy), name: calendar.name ?? name };
}
