import type { History, HistoryEntry, NamedConnection } from "../model/history.ts";
import { connectionKey } from "../model/subject.ts";
import { DAY } from "../time.ts";
import { OLDEST_MS } from "./bound-entries.ts";
import type { HistoryItem } from "./incidents.ts";

/** `problems`: what was wrong. `changes`: what was changed elsewhere, or put back by itself. `mine`: what the person did. */
export const SORTS = ["all", "problems", "changes", "mine"] as const;
export type Sort = (typeof SORTS)[number];

/** Back to when, in days. The last is all that is kept. */
export const RANGES = [7, 30, 90] as const;
export type Range = (typeof RANGES)[number];

export interface Filter {
  sort: Sort;
  /** `account` is what is about no connection; else the key of a connection. */
  about: "all" | "account" | (string & {});
  range: Range;
}

export const NO_FILTER: Filter = { sort: "all", about: "all", range: 90 };

/**
 * The items that pass, in their order. An incident is of all the days that it lasted.
 * @param now ms since the epoch
 */
export function matching(
  items: readonly HistoryItem[],
  connections: readonly NamedConnection[],
  { sort, about, range }: Filter,
  now: number,
): HistoryItem[] {
  return items
    .filter(({ entry }) => about === "all" || aboutOf(entry, connections) === about)
    .filter(({ entry }) => sort === "all" || sortOf(entry) === sort)
    .filter(({ at, incident }) => (incident ? (incident.end ?? now) : at) >= now - range * DAY);
}

/** The connections that entries are about, by their latest name. */
export function namedConnections({ entries, connections }: History): (NamedConnection & { key: string })[] {
  const used = new Set(entries.map(({ connection }) => connection));
  const named = connections.filter((_, index) => used.has(index));
  const latest = new Map(named.map((connection) => [connectionKey(connection), connection]));
  return [...latest].map(([key, connection]) => ({ ...connection, key }));
}

/** The key of the connection that an entry is about, or `account`. */
export function aboutOf({ connection }: HistoryEntry, connections: readonly NamedConnection[]): string {
  const row = connection === undefined ? undefined : connections[connection];
  return row ? connectionKey(row) : "account";
}

function sortOf({ event, byPerson, byItself }: HistoryEntry): Sort {
  switch (event) {
    case "came":
    case "recovered":
    case "ended":
      return "problems";
    case "selected":
    case "unselected":
    case "destination":
      return byPerson ? "mine" : "changes";
    case "action":
      return byItself ? "changes" : "mine";
  }
}

/** Beyond it there is no date, and every attempt to write one throws. */
const LAST_TIME = 8_640_000_000_000_000;

/** Without what is too old to be shown: it may still be stored where no check has looked since. */
export function recent(history: History, now: number): History {
  const isShown = ({ at, until = at }: History["entries"][number]) =>
    at >= now - OLDEST_MS && at <= LAST_TIME && Math.abs(until) <= LAST_TIME;
  return { ...history, entries: history.entries.filter(isShown) };
}
