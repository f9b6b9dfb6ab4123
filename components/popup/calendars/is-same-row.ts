import type { CalendarView } from "./list.ts";

/** Whether two views of one calendar are drawn alike: every change of the store makes new ones of all calendars. */
export function isSameRow(a: CalendarView, b: CalendarView): boolean {
  return (
    a === b ||
    (a.name === b.name &&
      a.isSelected === b.isSelected &&
      a.wanted === b.wanted &&
      a.lastKnown === b.lastKnown &&
      a.flags.length === b.flags.length &&
      a.flags.every(({ kind }, index) => kind === b.flags[index]?.kind))
  );
}
