import type { JournaledAction } from "./actions.ts";
import type { FindingKind, Level } from "./finding.ts";
import type { ConnectionId } from "./subject.ts";

/** A connection as it was called at some time. One that is renamed gets another row. */
export interface NamedConnection extends ConnectionId {
  /** "Google Calendar". */
  app: string;
  /** Whose account at the app, e.g. a mail address; null where Cal.com does not tell. */
  whose: string | null;
}

export const EVENTS = [
  "came",
  "recovered",
  "ended",
  "selected",
  "unselected",
  "destination",
  "action",
] as const;
/** Of a finding, of a calendar being checked for conflicts, of the destination, or what the person did. */
export type HistoryEvent = (typeof EVENTS)[number];

/** One confirmed change. No id and no address of a calendar is in it: what is in here is shown and exported. */
export interface HistoryEntry {
  /** ms since the epoch */
  at: number;
  event: HistoryEvent;
  /** Of `came`, `recovered`, `ended`, and of actions about findings. */
  kind?: FindingKind;
  level?: Level;
  /** Index in `connections`; absent where it is about the account or the destination. */
  connection?: number;
  /** The calendar's name; of `destination` and `set-destination` that of the new one, absent when blank. */
  name?: string;
  /** Of `destination`: the name of the one before, absent when it was blank. */
  from?: string;
  /** A selection or destination that was changed from here. */
  byPerson?: true;
  /** One that the extension put back, since the person wants that. */
  byItself?: true;
  /** Of `action`. */
  action?: JournaledAction;
  /** When a snooze ends, or a mark that is not for good, in ms since the epoch. */
  until?: number;
  /** Of `snooze` and `end-snooze`: it is that of this account, and not of all. */
  alone?: true;
}

/**
 * How one connection was on the last days. `w`: it worked; `b`: it was broken or gone for some of the day; `-`: unknown,
 * since nothing usable was heard.
 */
export interface ConnectionDays extends ConnectionId {
  app: string;
  whose: string | null;
  /** Local date of the last letter, `YYYY-MM-DD`. */
  last: string;
  /** A letter a day, the oldest first, at most 30. */
  days: string;
}

/** What changed in one account, oldest first. */
export interface History {
  connections: NamedConnection[];
  entries: HistoryEntry[];
  days: ConnectionDays[];
}

export function emptyHistory(): History {
  return { connections: [], entries: [], days: [] };
}
