import type { RememberedCalendar } from "../../model/account-state.ts";
import { type CalendarSubject, connectionKey } from "../../model/subject.ts";
import { type Draft, isConfirmed, standing } from "../draft.ts";
import { close, expect, inhibit, raise, reset, resolve } from "../lifecycle.ts";
import type { SeenCalendar } from "../matching/matched-answer.ts";

interface Listed {
  calendar: SeenCalendar;
  /** As it was in the last good answer; undefined when it was in none. */
  before: RememberedCalendar | undefined;
  /** It has another id than it had. */
  moved: boolean;
}

/**
 * Is a calendar that is in the answer selected as it was, and can it be written to?
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
    if (isUnselectedHere(draft, subject) && (before?.isSelected || lostStanding(draft, subject))) {
      draft.unselectedHere.add(connectionKey(subject));
      expect(draft, "not-selected", subject);
    }
    for (const kind of LOST) reset(draft, kind, subject);
    return withReadOnly(draft, subject, calendar);
  }
  raise(draft, lost, subject, "onRepeat");
  if (!isConfirmed(draft, lost, subject) && before) {
    const { isSelected, readOnly } = before;
    return withReadOnly(draft, subject, { ...calendar, isSelected, readOnly });
  }
  inhibit(draft, "not-selected", subject);
  return withReadOnly(draft, subject, calendar);
}

/** How a calendar that was selected came not to be, when nobody did that from here; null for one that is as it was. */
function lostBy(draft: Draft, subject: CalendarSubject, { before, moved }: Listed) {
  if (isUnselectedHere(draft, subject)) return null;
  // It was lost under the id that it had before.
  if (isConfirmed(draft, "selection-lost", subject)) return "selection-lost";
  const kind = moved || standing(draft, "calendar-moved", subject) ? "calendar-moved" : "selection-lost";
  return before?.isSelected || isConfirmed(draft, kind, subject) ? kind : null;
}

function isUnselectedHere({ state }: Draft, { externalId }: CalendarSubject): boolean {
  return state.pending.some((one) => one.action === "unselect-calendar" && one.externalId === externalId);
}

/**
 * Is it not selected at all, and nobody wonders why?
 * @param allChecked Cal.com checks it whatever its flag says
 */
export function evaluateNotSelected(
  draft: Draft,
  subject: CalendarSubject,
  calendar: RememberedCalendar,
  allChecked: boolean,
): void {
  if (calendar.isSelected || lostStanding(draft, subject)) return;
  if (allChecked) return close(draft, "not-selected", subject);
  raise(draft, "not-selected", subject, "now", calendar.primary ? "warning" : "notice");
}

const LOST = ["selection-lost", "calendar-moved"] as const;

function lostStanding(draft: Draft, subject: CalendarSubject): boolean {
  return LOST.some((kind) => standing(draft, kind, subject) !== undefined);
}

function withReadOnly(draft: Draft, subject: CalendarSubject, calendar: SeenCalendar): RememberedCalendar {
  if (calendar.readOnly) raise(draft, "read-only", subject, "now");
  else resolve(draft, "read-only", subject);
  return { ...calendar, missing: false, inherited: false };
}
