import { calendarsOf, type Listed } from "./listed.ts";
import type { Memory } from "./memory.ts";
import { calendarSubject, connectionSubject, findingKey } from "./subject.ts";

const SHOWN_AFTER = 15_000;

/** Drops what was chosen here once an answer shows it, or would have shown it by now. */
export function settleSelections(memory: Memory, listed: Map<string, Listed>, now: number): void {
  const live = [...listed.values()].filter(({ healthy }) => healthy).map((it) => calendarsOf(it, new Map()));
  memory.pendingSelections = memory.pendingSelections.filter(({ externalId, selected, at }) => {
    const isShown = live.some((calendars) => calendars.get(externalId)?.selected === selected);
    const isListed = live.some((calendars) => calendars.has(externalId));
    return !isShown && (!isListed || now - at < SHOWN_AFTER);
  });
}

/** Lasting marks live as long as their subject: this answer shows which are there. */
export function keepMarks({ connections, marks, counted }: Memory, listed: Map<string, Listed>): void {
  const there = (kind: string, subject: Parameters<typeof findingKey>[1]) => {
    const key = findingKey(kind, subject);
    if (marks.has(key)) marks.set(key, counted);
  };
  for (const [key, { id, calendars }] of connections) {
    const shown = listed.get(key);
    if (shown === undefined) continue;
    for (const kind of ["connection-unchecked", "connection-twice"]) there(kind, connectionSubject(id));
    const isThere = (externalId: string) =>
      !shown.healthy ||
      shown.holdsMalformed ||
      shown.calendars.some((calendar) => calendar.externalId === externalId);
    for (const externalId of calendars.keys())
      if (isThere(externalId))
        for (const kind of ["read-only", "not-selected"]) there(kind, calendarSubject(id, externalId));
  }
}
