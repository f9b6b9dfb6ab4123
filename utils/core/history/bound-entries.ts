import type { History, HistoryEntry } from "../model/history.ts";
import { DAY } from "../time.ts";

export const MOST_ENTRIES = 2_000;
export const OLDEST_MS = 90 * DAY;
/** For entries and the connections they name: what 2,000 ordinary ones need, and little enough for 20 accounts in one quota. */
export const MOST_BYTES = 300_000;

/**
 * Lets go of the entries beyond 2,000, or 300,000 bytes, oldest first, and of connections that none names.
 * @returns the same history when there is nothing to let go
 */
export function boundEntries(history: History): History {
  if (isWithinAll(history)) return history;
  const { entries } = history;
  return { ...history, ...onlyNamed(history, entries.slice(firstWithin(history))) };
}

/** Lets go of the older half of the entries, where there is no room for more; the bars stay. */
export function halfOf<H extends History>(history: H): H {
  const { entries } = history;
  return { ...history, ...onlyNamed(history, entries.slice(Math.ceil(entries.length / 2))) };
}

/** Lets go of the entries beyond 90 days: time alone does that, whatever else happens. */
export function withoutOld(history: History, now: number): History {
  const { entries } = history;
  const kept = entries.filter(({ at }) => now - at <= OLDEST_MS);
  return kept.length === entries.length ? history : { ...history, ...onlyNamed(history, kept) };
}

function isWithinAll({ connections, entries }: History): boolean {
  return entries.length <= MOST_ENTRIES && bytesOf(connections) + bytesOf(entries) <= MOST_BYTES;
}

/** Where the newest entries begin that stay within number and bytes. */
function firstWithin({ connections, entries }: History): number {
  const named = new Set<number>();
  let bytes = 0;
  let first = entries.length;
  for (const entry of entries.slice(-MOST_ENTRIES).reverse()) {
    bytes += bytesOf(entry) + 1;
    const { connection } = entry;
    if (connection !== undefined && !named.has(connection)) {
      named.add(connection);
      bytes += bytesOf(connections[connection]) + 1;
    }
    if (bytes > MOST_BYTES) break;
    first -= 1;
  }
  return first;
}

function onlyNamed(
  { connections }: History,
  entries: readonly HistoryEntry[],
): Pick<History, "connections" | "entries"> {
  const named = [...new Set(entries.flatMap(({ connection }) => connection ?? []))]
    .filter((index) => index < connections.length)
    .sort((a, b) => a - b);
  const moved = new Map(named.map((old, index) => [old, index]));
  return {
    connections: named.flatMap((index) => connections[index] ?? []),
    entries: entries.map(({ connection, ...entry }) => {
      const index = connection === undefined ? undefined : moved.get(connection);
      return index === undefined ? entry : { ...entry, connection: index };
    }),
  };
}

const encoder = new TextEncoder();

/** How much of the browser's quota a value takes: UTF-8 of its JSON, in which Chrome writes `<` as `\u003C`. */
export function bytesOf(value: unknown): number {
  const json = JSON.stringify(value) ?? "";
  return encoder.encode(json.replaceAll("<", "\\u003C")).length;
}
