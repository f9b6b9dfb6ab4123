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
  /** Those that a successor lists, and those that it holds or may hold. */
  listedElsewhere: Set<string>;
  elsewhere: Set<string>;
  /** Of one that is not healthy: those that a healthy connection of its app lists as selected. */
  selectedElsewhere: Set<string>;
  /** Those that count as checked or not: of one that is only doubted also what its successor lists. */
  counted: Map<string, KnownCalendar>;
  /** Those that a successor does not list and that are not found gone. */
  calendars: Map<string, KnownCalendar>;
  /** Those that the answer lists, with the flags it gives them. */
  live: Set<string>;
}

export function viewsOf(judge: Judge, listed: Map<string, Listed>, beside: Map<string, Listed>): View[] {
  return [...judge.memory.connections.values()].map((known) => {
    const shown = listed.get(idKey(known.id));
    const stands = standing(judge, known);
    const notGone = [...known.calendars].filter(([id]) => !isConfirmedGone(judge.memory, known, id));
    const successor = beside.get(idKey(known.id));
    const elsewhere = new Set(successor?.calendars.map(({ externalId }) => externalId));
    const listedElsewhere = new Set(elsewhere);
    if (successor?.holdsMalformed)
      for (const id of judge.memory.connections.get(idKey(successor.id))?.calendars.keys() ?? [])
        elsewhere.add(id);
    return {
      known,
      standing: stands,
      isMissing: judge.find("connection-gone", connectionSubject(known.id))?.claim != null,
      isGone: judge.isConfirmed("connection-gone", connectionSubject(known.id)),
      succeeded: beside.has(idKey(known.id)),
      holdsMalformed: shown?.healthy === true && shown.holdsMalformed,
      listedElsewhere,
      elsewhere,
      selectedElsewhere: shown?.healthy ? new Set<string>() : selectedIn(listed, known.id.type),
      counted: new Map(notGone.filter(([id]) => stands === "doubted" || !elsewhere.has(id))),
      calendars: new Map(notGone.filter(([id]) => !elsewhere.has(id))),
      live: new Set(shown?.healthy ? shown.calendars.map(({ externalId }) => externalId) : []),
    };
  });
}

function selectedIn(listed: Map<string, Listed>, type: string): Set<string> {
  const live = [...listed.values()].filter(({ healthy, id }) => healthy && id.type === type);
  return new Set(
    live.flatMap(({ calendars }) => calendars.flatMap((it) => (it.selected ? [it.externalId] : []))),
  );
}

/** What is said of the calendars of a connection that is healthy or only doubted. */
export function judgeFlags(judge: Judge, view: View): void {
  const { known, calendars, standing, live } = view;
  if (standing === "lost") return;
  const unsure = (externalId: string) => view.holdsMalformed && !live.has(externalId);
  for (const externalId of known.calendars.keys()) {
    const subject = calendarSubject(known.id, externalId);
    if (view.elsewhere.has(externalId)) continue;
    if (view.selectedElsewhere.has(externalId)) continue;
    for (const kind of ["calendar-gone", "selection-lost", "calendar-moved"])
      if (kind === "calendar-gone" || calendars.has(externalId)) judge.show(kind, subject);
  }
  const feedSelected =
    known.id.type === "ics-feed_calendar" &&
    [...known.calendars].some(([id, { selected }]) => selected && !isConfirmedGone(judge.memory, known, id));
  for (const [externalId, { readOnly, selected, primary }] of calendars) {
    const subject = calendarSubject(known.id, externalId);
    const isNews = (kind: string) =>
      (standing === "doubted" || unsure(externalId)) && !judge.find(kind, subject)?.claim;
    const lost = ["selection-lost", "calendar-moved"].some((kind) => judge.find(kind, subject)?.claim);
    if (readOnly && !isNews("read-only")) judge.raise("read-only", subject, "notice", "certain");
    const exempt = feedSelected || view.selectedElsewhere.has(externalId) || isNews("not-selected");
    if (!selected && !lost && !exempt)
      judge.raise("not-selected", subject, primary ? "warning" : "notice", "certain");
    else if (selected && live.has(externalId) && !lost) judge.right("not-selected", subject);
  }
}
