import type { AccountState } from "../model/account-state.ts";
import type { CalendarSubject } from "../model/subject.ts";
import { isAddedTo } from "./destination.ts";
import { calendarOf, connectionOf } from "./find.ts";
import { checkedCalendars } from "./use-of.ts";

/**
 * A main calendar that is not selected and checked all the same: Cal.com does so for an organization's credential as long as
 * nothing else of it is selected.
 */
export function isFallback(state: AccountState, subject: CalendarSubject): boolean {
  const connection = connectionOf(state, subject);
  const calendar = calendarOf(state, subject);
  if (!connection || !calendar || calendar.isSelected) return false;
  return checkedCalendars(connection).includes(calendar);
}

/** The calendar that bookings go to, while it is a problem that it is read-only. */
export function isReadOnlyDestination(state: AccountState, subject: CalendarSubject): boolean {
  const { current } = state.destination;
  const calendar = calendarOf(state, subject);
  return (
    current !== null &&
    calendar !== undefined &&
    isAddedTo(current, calendar, subject) &&
    state.findings.some(({ kind, inhibited }) => kind === "destination-read-only" && !inhibited)
  );
}
