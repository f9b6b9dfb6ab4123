import type { Destination } from "../../cal-api/observation.ts";
import type { Finding } from "../model/finding.ts";
import type { History, JournaledAction } from "../model/history.ts";
import type { CalendarSubject } from "../model/subject.ts";
import { append, type NewEntry } from "./append.ts";
import { MOST_ENTRIES } from "./bound-entries.ts";
import type { Names } from "./names.ts";
import { named } from "./record.ts";

/** Something the person did, with what the history says of it. */
export type JournalEntry =
  | {
      action: Exclude<
        JournaledAction,
        | "acknowledge"
        | "unacknowledge"
        | "snooze"
        | "select-calendar"
        | "unselect-calendar"
        | "set-destination"
      >;
    }
  | ({ action: "acknowledge" | "unacknowledge" } & Pick<Finding, "kind" | "subject" | "level">)
  /** @param until ms since the epoch */
  | { action: "snooze"; until: number }
  | { action: "select-calendar" | "unselect-calendar"; subject: CalendarSubject }
  | { action: "set-destination"; to: Destination };

/**
 * Appends an entry for each thing the person did, the worst last: it stays the longest, and is listed first.
 * @param actions the worst first
 * @param names how things are called now
 * @param now ms since the epoch
 */
export function recordActions(
  history: History,
  actions: readonly JournalEntry[],
  names: Names,
  now: number,
): History {
  return append(
    history,
    actions
      .slice(0, MOST_ENTRIES)
      .reverse()
      .map((entry) => ({ event: "action", action: entry.action, ...detailsOf(entry, names) })),
    now,
  );
}

function detailsOf(entry: JournalEntry, names: Names): Omit<NewEntry, "event" | "action"> {
  switch (entry.action) {
    case "acknowledge":
    case "unacknowledge":
      return { kind: entry.kind, level: entry.level, ...named(entry.subject, names) };
    case "snooze":
      return { until: entry.until };
    case "select-calendar":
    case "unselect-calendar":
      return named(entry.subject, names);
    case "set-destination":
      return { name: names.destination(entry.to) };
    case "connect":
    case "replace-key":
    case "end-snooze":
    case "keep-destination":
      return {};
  }
}
