import { standing } from "./connections.ts";
import type { Judge } from "./judge.ts";
import type { Listed } from "./listed.ts";
import type { KnownCalendar, KnownConnection } from "./memory.ts";
import { calendarSubject, connectionSubject, idKey } from "./subject.ts";
import { isConfirmedGone } from "./succession.ts";

/** One connection after it was judged, with those of its calendars that count. */
export interface View {
  known: KnownConnection;
  standing: "healthy" | "doubted" | "lost";
  /** In the answer, or perhaps in it. */
  isMissing: boolean;
  isGone: boolean;
  succeeded: boolean;
  holdsMalformed: boolean;
  /** Those that a successor does not list and that are not found gone. */
  calendars: Map<string, KnownCalendar>;
  /** Those that the answer lists, with the flags it gives them. */
  live: Set<string>;
}

export function viewsOf(judge: Judge, listed: Map<string, Listed>, beside: Map<string, Listed>): View[] {
  return [...judge.memory.connections.values()].map((known) => {
    const shown = listed.get(idKey(known.id));
    const elsewhere = new Set(beside.get(idKey(known.id))?.calendars.map(({ externalId }) => externalId));
    return {
      known,
      standing: standing(judge, known),
      isMissing: judge.find("connection-gone", connectionSubject(known.id))?.claim != null,
      isGone: judge.isConfirmed("connection-gone", connectionSubject(known.id)),
      succeeded: beside.has(idKey(known.id)),
      holdsMalformed: shown?.healthy === true && shown.holdsMalformed,
      calendars: new Map(
        [...known.calendars].filter(
          ([id]) => !elsewhere.has(id) && !isConfirmedGone(judge.memory, known, id),
        ),
      ),
      live: new Set(shown?.healthy ? shown.calendars.map(({ externalId }) => externalId) : []),
    };
  });
}

/** What is said of the calendars of a connection that is healthy or only doubted. */
export function judgeFlags(judge: Judge, view: View): void {
  const { known, calendars, standing, live } = view;
  if (standing === "lost") return;
  for (const externalId of known.calendars.keys()) {
    const subject = calendarSubject(known.id, externalId);
    if (!calendars.has(externalId) && !isConfirmedGone(judge.memory, known, externalId)) continue;
    for (const kind of ["calendar-gone", "selection-lost", "calendar-moved"])
      if (kind === "calendar-gone" || calendars.has(externalId)) judge.show(kind, subject);
  }
  const feedSelected =
    known.id.type === "ics-feed_calendar" && [...calendars.values()].some(({ selected }) => selected);
  for (const [externalId, { readOnly, selected, primary }] of calendars) {
    const subject = calendarSubject(known.id, externalId);
    const lost = ["selection-lost", "calendar-moved"].some((kind) => judge.find(kind, subject)?.claim);
    if (readOnly) judge.raise("read-only", subject, "notice", "certain");
    if (!selected && !lost && !feedSelected)
      judge.raise("not-selected", subject, primary ? "warning" : "notice", "certain");
    else if (selected && live.has(externalId) && !lost) judge.right("not-selected", subject);
  }
}
