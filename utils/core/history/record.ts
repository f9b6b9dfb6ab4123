import type { AccountEvent } from "../model/changes.ts";
import type { History, HistoryEntry, NamedConnection } from "../model/history.ts";
import { connectionKey, type Subject } from "../model/subject.ts";
import { boundEntries, MOST_ENTRIES } from "./bound-entries.ts";
import type { Names } from "./names.ts";

/**
 * Appends an entry for each confirmed change, the worst last: it stays the longest, and is listed first.
 * @param events the worst first
 * @param names how things are called now
 * @param now ms since the epoch
 * @returns the same history when nothing has happened
 */
export function record(
  history: History,
  events: readonly AccountEvent[],
  names: Names,
  now: number,
): History {
  if (events.length === 0) return history;
  // More would not stay, and a first answer may bring 20,000.
  return append(
    history,
    events
      .slice(0, MOST_ENTRIES)
      .reverse()
      .map((event) => draftOf(event, names)),
    now,
  );
}

function draftOf(event: AccountEvent, names: Names): NewEntry {
  switch (event.what) {
    case "came":
    case "recovered":
    case "ended": {
      const { what, kind, level, subject } = event;
      return { event: what, kind, level, ...named(subject, names) };
    }
    case "selected":
    case "unselected":
      return { event: event.what, ...named(event.subject, names), ...by(event) };
    case "destination": {
      const { to, from } = event;
      return {
        event: "destination",
        ...(to && { name: names.destination(to) }),
        ...(from && { from: names.destination(from) }),
        ...by(event),
      };
    }
  }
}

/** Connection and calendar of a subject that has them. */
export function named(subject: Subject, names: Names): Pick<NewEntry, "connection" | "name"> {
  switch (subject.type) {
    case "account":
    case "destination":
      return {};
    case "connection":
      return { connection: names.connection(subject) };
    case "calendar":
      return { connection: names.connection(subject), name: names.calendar(subject) };
    case "eventType":
      return { name: names.eventType(subject) };
  }
}

function by(event: { byPerson: boolean; byItself?: true }): Pick<NewEntry, "byPerson" | "byItself"> {
  if (event.byItself) return { byItself: true };
  return event.byPerson ? { byPerson: true } : {};
}

/** An entry to be, with the connection itself in the place of its index. */
export type NewEntry = Omit<HistoryEntry, "at" | "connection"> & { connection?: NamedConnection };

/** Appends entries, and keeps the bounds. @returns the same history without drafts */
export function append(history: History, drafts: readonly NewEntry[], now: number): History {
  if (drafts.length === 0) return history;
  const connections = [...history.connections];
  const indexes = new Map(connections.map((one, index) => [rowKey(one), index]));
  const indexOf = (row: NamedConnection) => {
    const key = rowKey(row);
    const index = indexes.get(key) ?? connections.push(row) - 1;
    indexes.set(key, index);
    return index;
  };
  const added = drafts.map(({ connection, ...draft }) =>
    connection ? { at: now, ...draft, connection: indexOf(connection) } : { at: now, ...draft },
  );
  return boundEntries({ ...history, connections, entries: [...history.entries, ...added] });
}

function rowKey(row: NamedConnection): string {
  return JSON.stringify([connectionKey(row), row.app, row.whose]);
}
