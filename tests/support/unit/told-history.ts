import type { History, HistoryEntry } from "../../../utils/core/model/history.ts";

/** What a history says, a line for each entry, without the indexes that it is packed with. */
export function toldBy({ connections, entries }: History): string[] {
  return entries.map(({ connection, ...entry }) =>
    line(entry.at, { ...entry, app: connection === undefined ? undefined : connections[connection]?.app }),
  );
}

/** The same line, of an entry that is expected. */
export function line(
  at: number,
  entry: Omit<HistoryEntry, "at" | "connection"> & { app?: string | undefined },
): string {
  const { event, action, level, kind, app, name, from, until, byPerson } = entry;
  return [at, event, action, level, kind, app, from, name, until, byPerson]
    .filter((part) => part !== undefined)
    .join(" ");
}
