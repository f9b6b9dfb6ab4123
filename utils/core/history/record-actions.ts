import type { Destination } from "../../cal-api/observation.ts";
import type { JournaledAction } from "../model/actions.ts";
import type { Finding } from "../model/finding.ts";
import type { History } from "../model/history.ts";
import type { CalendarSubject, ConnectionSubject, EventTypeSubject } from "../model/subject.ts";
import { MOST_ENTRIES } from "./bound-entries.ts";
import type { Names } from "./names.ts";
import { append, type NewEntry, named } from "./record.ts";

type OfFinding = Pick<Finding, "kind" | "subject" | "level">;

/** What the history says of an action besides what it was. */
interface Told {
  /** `until`: when it ends by itself, in ms since the epoch. */
  acknowledge: OfFinding & { until?: number };
  unacknowledge: OfFinding;
  snooze: { until: number; alone?: true };
  "end-snooze": { alone?: true };
  "snooze-problem": OfFinding & { until: number };
  "end-snooze-problem": OfFinding;
  "select-calendar": { subject: CalendarSubject };
  "unselect-calendar": Told["select-calendar"];
  "restore-event-types": { subject: EventTypeSubject };
  "set-destination": { to: Destination };
  "remove-connection": { subject: ConnectionSubject };
  "restore-everything": Told["remove-connection"];
  "dismiss-mending": Told["remove-connection"];
}

/** Something the person did, with what the history says of it; or what the extension did without asking. */
export type JournalEntry = { byItself?: true } & {
  [Id in JournaledAction]: { action: Id } & (Id extends keyof Told ? Told[Id] : unknown);
}[JournaledAction];

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
  return {
    ...(entry.byItself && { byItself: true }),
    ...("kind" in entry && { kind: entry.kind, level: entry.level }),
    ...("subject" in entry && named(entry.subject, names)),
    ...("until" in entry && { until: entry.until }),
    ...("alone" in entry && { alone: entry.alone }),
    ...("to" in entry && { name: names.destination(entry.to) }),
  };
}
