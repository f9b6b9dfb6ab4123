import type { Memory } from "../findings/account-state.ts";
import { type CalendarSubject, isDelegation } from "../findings/subject.ts";
import { shownFindings } from "../findings/summary.ts";
import { isAddedTo } from "./destination.ts";
import { calendarOf, connectionOf } from "./find.ts";

/**
 * A main calendar that is not selected and checked all the same: Cal.com does so for an organization's credential as long as
 * nothing else of it is selected.
 */
export function isFallback(memory: Memory, subject: CalendarSubject): boolean {
  if (!isDelegation(subject) || calendarOf(memory, subject)?.primary !== true) return false;
  return connectionOf(memory, subject)?.calendars.every(({ isSelected }) => !isSelected) === true;
}

/** The calendar that bookings go to, while it is a problem that it is read-only. */
export function isReadOnlyDestination(memory: Memory, subject: CalendarSubject): boolean {
  const { current } = memory.destination;
  const calendar = calendarOf(memory, subject);
  return (
    current !== null &&
    calendar !== undefined &&
    isAddedTo(current, calendar, subject) &&
    shownFindings(memory).some(({ kind }) => kind === "destination-read-only")
  );
}
