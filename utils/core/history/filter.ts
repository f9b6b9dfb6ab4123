import type { FindingKind } from "../model/finding.ts";
import type { History, HistoryEntry, NamedConnection } from "../model/history.ts";
import { connectionKey } from "../model/subject.ts";
import { OLDEST_MS } from "./bound-entries.ts";

export const OTHER_KINDS = ["selection", "destination", "action"] as const;
/** A kind of finding, or one of the changes that are none. `action` is what the person did. */
export type KindOfChange = FindingKind | (typeof OTHER_KINDS)[number];

export interface Filter {
  /** `account` is what is about no connection; else the key of a connection. */
  about: "all" | "account" | (string & {});
  kind: "all" | KindOfChange;
}

export const NO_FILTER: Filter = { about: "all", kind: "all" };

/** The entries that pass, newest first. Of the same moment those that were written later come first. */
export function matching({ entries, connections }: History, { about, kind }: Filter): HistoryEntry[] {
  return entries
    .filter((entry) => about === "all" || aboutOf(entry, connections) === about)
    .filter((entry) => kind === "all" || kindOf(entry) === kind)
    .reverse()
    .sort((a, b) => b.at - a.at);
}

/** The connections that entries are about, by their latest name. */
export function namedConnections({ entries, connections }: History): (NamedConnection & { key: string })[] {
  const used = new Set(entries.map(({ connection }) => connection));
  const named = connections.filter((_, index) => used.has(index));
  const latest = new Map(named.map((connection) => [connectionKey(connection), connection]));
  return [...latest].map(([key, connection]) => ({ ...connection, key }));
}

function aboutOf({ connection }: HistoryEntry, connections: readonly NamedConnection[]): string {
  const row = connection === undefined ? undefined : connections[connection];
  return row ? connectionKey(row) : "account";
}

function kindOf({ event, kind }: HistoryEntry): KindOfChange | null {
  switch (event) {
    case "came":
    case "recovered":
    case "ended":
      return kind ?? null;
    case "selected":
    case "unselected":
      return "selection";
    case "destination":
      return "destination";
    case "action":
      return "action";
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
