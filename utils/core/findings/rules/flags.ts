import type { RememberedCalendar } from "../../model/account-state.ts";
import { type CalendarSubject, connectionKey } from "../../model/subject.ts";
import { type Draft, isConfirmed, standing } from "../draft.ts";
import { acknowledge, close, inhibit, raise, reset, resolve } from "../lifecycle.ts";
import type { SeenCalendar } from "../matching/matched-answer.ts";

interface Listed {
  calendar: SeenCalendar;
  /** As it was in the last good answer; undefined when it was in none. */
  before: RememberedCalendar | undefined;
  /** It has another id than it had. */
  moved: boolean;
}

/**
 * Is a calendar that is in the answer still checked for conflicts, and can it be written to?
 * @returns what is remembered of it: a selection that is suspected to be lost is not lost yet
 */
export function evaluateFlags(draft: Draft, subject: CalendarSubject, listed: Listed): RememberedCalendar {
  const { calendar, before } = listed;
  if (calendar.isSelected) {
    for (const kind of ["calendar-gone", "selection-lost", "calendar-moved", "not-selected"] as const)
      resolve(draft, kind, subject);
    return withReadOnly(draft, subject, calendar);
  }
  close(draft, "calendar-gone", subject);
  const lost = lostBy(draft, subject, listed);
  if (lost === null) {
    reset(draft, "selection-lost", subject);
    reset(draft, "calendar-moved", subject);
    return withReadOnly(draft, subject, calendar);
  }
  raise(draft, lost, subject, "onRepeat");
  if (!isConfirmed(draft, lost, subject) && before) {
    const { isSelected, readOnly } = before;
    return { ...calendar, isSelected, readOnly, missing: false };
  }
  inhibit(draft, "not-selected", subject);
  return withReadOnly(draft, subject, calendar);
}

/** How a calendar that was selected came not to be, when nobody did that from here; null for one that is as it was. */
function lostBy(draft: Draft, subject: CalendarSubject, { before, moved }: Listed) {
  const kind = moved || standing(draft, "calendar-moved", subject) ? "calendar-moved" : "selection-lost";
  if (isConfirmed(draft, kind, subject)) return kind;
  return before?.isSelected && !isUnselectedHere(draft, subject) ? kind : null;
}

function isUnselectedHere({ state }: Draft, { externalId }: CalendarSubject): boolean {
  return state.pending.some((one) => one.action === "unselect-calendar" && one.externalId === externalId);
}

/**
 * Is a calendar not checked for conflicts, other than by having lost that?
 * @param allChecked Cal.com checks it, whatever its flag says
 */
export function evaluateNotSelected(
  draft: Draft,
  subject: CalendarSubject,
  { calendar, before }: Omit<Listed, "moved">,
  allChecked: boolean,
): void {
  if (calendar.isSelected) return;
  if (standing(draft, "selection-lost", subject) || standing(draft, "calendar-moved", subject)) return;
  const here = before?.isSelected === true;
  if (here) draft.unselectedHere.add(connectionKey(subject));
  if (allChecked) return close(draft, "not-selected", subject);
  const { record } = raise(draft, "not-selected", subject, "now", calendar.primary ? "warning" : "notice");
  if (here) acknowledge(draft, record);
}

function withReadOnly(draft: Draft, subject: CalendarSubject, calendar: SeenCalendar): RememberedCalendar {
  if (calendar.readOnly) raise(draft, "read-only", subject, "now");
  else resolve(draft, "read-only", subject);
  return { ...calendar, missing: false };
}
