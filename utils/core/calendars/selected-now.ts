import type { AccountState } from "../model/account-state.ts";
import { identity } from "../model/finding.ts";
import type { CalendarSubject } from "../model/subject.ts";
import { calendarOf } from "./find.ts";

/**
 * Whether the last answer showed a calendar checked for conflicts. While it is only doubted that it is not any more, what is
 * remembered of it is older.
 */
export function isSelectedNow(state: AccountState, calendar: CalendarSubject): boolean {
  const kinds = ["selection-lost", "calendar-moved"] as const;
  const lost = new Set(kinds.map((kind) => identity({ kind, subject: calendar })));
  return (
    calendarOf(state, calendar)?.isSelected === true &&
    !state.findings.some((one) => one.endedCounted === null && lost.has(identity(one)))
  );
}
