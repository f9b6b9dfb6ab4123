import type { Destination } from "../cal-api/observation.ts";
import { destinationConnections } from "../core/calendars/destination-connections.ts";
import type { AccountState } from "../core/model/account-state.ts";
import {
  type CalendarSubject,
  calendarSubject,
  type EventTypeSubject,
  subjectKey,
} from "../core/model/subject.ts";
import { calendarName } from "./calendar-name.ts";
import { t } from "./i18n.ts";
import { allNames, namedDestination, toldApart } from "./namesakes.ts";

/** Shortens a name before what tells it from others is put to it. */
type Shorten = Parameters<typeof toldApart>[2];

/** What the calendar of a finding is called, told from any other one of its name. */
export function subjectName(state: AccountState, subject: CalendarSubject, shorten?: Shorten): string {
  const named = allNames(state).bySubject.get(subjectKey(subject));
  return named
    ? toldApart(state, named, shorten)
    : toldApart(state, namedDestination({ ...subject, name: null }), shorten);
}

/** UTF-16 units: about what a row of the popup has room for. */
const ROW = 30;

/** The same for one line beside which there is more: a long name is cut, so that a short thing that tells it apart stays in sight. */
export function rowName(state: AccountState, subject: CalendarSubject): string {
  return subjectName(state, subject, (name, whole) => {
    const room = ROW - whole("").length;
    if (name.length <= room || room < ROW / 2) return whole(name);
    return whole(`${name.slice(0, room - 1).toWellFormed()}…`);
  });
}

/** Whether a state knows this calendar, and so what it is called. */
export function isNamed(state: AccountState, subject: CalendarSubject): boolean {
  return allNames(state).bySubject.has(subjectKey(subject));
}

/** Its name without what tells it from others, whatever else has this name. */
export function plainName(state: AccountState, subject: CalendarSubject): string {
  const named = allNames(state).bySubject.get(subjectKey(subject));
  return named?.name ?? calendarName({ ...subject, name: null });
}

/** What the calendar that bookings go to is called: as one of the connections knows it, else as it says itself. */
export function destinationName(state: AccountState, destination: Destination, shorten?: Shorten): string {
  const [connection] = destinationConnections(state, destination);
  const subject = connection && calendarSubject(connection, destination.externalId);
  const known = subject && allNames(state).bySubject.get(subjectKey(subject));
  return toldApart(state, known ?? namedDestination(destination), shorten);
}

/** What an event type is called: its title, else by its number, as its address in the web app. */
export function eventTypeName({ eventTypes }: AccountState, { id }: EventTypeSubject): string {
  return eventTypes.find((one) => one.id === id)?.title?.trim() || t("eventTypes.unnamed", [String(id)]);
}
