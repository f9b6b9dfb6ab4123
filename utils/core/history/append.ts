import type { History, HistoryEntry, NamedConnection } from "../model/history.ts";
import { connectionKey } from "../model/subject.ts";
import { boundEntries } from "./bound-entries.ts";

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
  return boundEntries({ ...history, connections, entries: [...history.entries, ...added] }, now);
}

function rowKey(row: NamedConnection): string {
  return JSON.stringify([connectionKey(row), row.app, row.whose]);
}
