import type { History, HistoryEntry, NamedConnection } from "../model/history.ts";
import { LEVELS } from "../model/level.ts";
import { connectionKey } from "../model/subject.ts";

/** A problem from its begin to its end, in ms since the epoch. */
export interface Incident {
  /** null where it began before anything that is kept. */
  begin: number | null;
  /** null while it lasts. */
  end: number | null;
  /** `ended` is every end but that its subject was seen right: accepted, removed, replaced by another problem. */
  outcome: "open" | "recovered" | "ended";
}

/** What is one line to a person: a single change, or an incident with all that was written of it. */
export interface HistoryItem {
  /** Tells it from the others of one history. */
  id: number;
  /** When it happened or began; of an incident without a begin when it ended. */
  at: number;
  /** What happened or began, at the worst level that it had; of an incident without a begin its end. */
  entry: HistoryEntry;
  /** What it is made of, as it was written: the oldest first. */
  entries: HistoryEntry[];
  incident: Incident | null;
}

/**
 * Begin and end of each problem in one item. Of a problem that changed its level there are several begins, and the first counts.
 * @returns the newest first; of the same moment those that were written later come first
 */
export function historyItems({ entries, connections }: History): HistoryItem[] {
  const open = new Map<string, HistoryItem>();
  const items = entries.flatMap((entry, id) => {
    if (entry.event === "came") {
      const before = open.get(identityOf(entry, connections));
      if (before) return goesOn(before, entry);
      const begun = incident(id, entry, { begin: entry.at, end: null, outcome: "open" });
      open.set(identityOf(entry, connections), begun);
      return begun;
    }
    if (entry.event === "recovered" || entry.event === "ended") {
      const key = openKeyOf(entry, connections, open);
      const begun = open.get(key);
      open.delete(key);
      const outcome = entry.event;
      return begun
        ? ends(begun, entry, outcome)
        : incident(id, entry, { begin: null, end: entry.at, outcome });
    }
    return { id, at: entry.at, entry, entries: [entry], incident: null };
  });
  return items.reverse().sort((a, b) => b.at - a.at);
}

function incident(id: number, entry: HistoryEntry, of: Incident): HistoryItem {
  return { id, at: entry.at, entry, entries: [entry], incident: of };
}

function goesOn(item: HistoryItem, entry: HistoryEntry): [] {
  item.entries.push(entry);
  const [worst] = LEVELS.filter((level) => level === item.entry.level || level === entry.level);
  item.entry = { ...item.entry, ...(worst && { level: worst }) };
  return [];
}

function ends(item: HistoryItem, entry: HistoryEntry, outcome: "recovered" | "ended"): [] {
  item.entries.push(entry);
  // WHY [clock]: one that was set back meanwhile would have it end before it began.
  item.incident = { begin: item.at, end: Math.max(item.at, entry.at), outcome };
  return [];
}

/** All that items are made of, the newest first. */
export function entriesOf(items: readonly HistoryItem[]): HistoryEntry[] {
  return items.flatMap(({ entries }) => entries.toReversed()).sort((a, b) => b.at - a.at);
}

/** Equal for what is written of one finding. */
function identityOf(entry: HistoryEntry, connections: readonly NamedConnection[]): string {
  const row = connections[entry.connection ?? -1];
  return JSON.stringify([entry.kind, row ? connectionKey(row) : null, entry.name]);
}

/**
 * What this entry is the end of. A connection that was connected again has another id by then: without an incident of its own it
 * ends that of the same account at the same app.
 */
function openKeyOf(
  entry: HistoryEntry,
  connections: readonly NamedConnection[],
  open: ReadonlyMap<string, HistoryItem>,
): string {
  const own = identityOf(entry, connections);
  const row = connections[entry.connection ?? -1];
  if (open.has(own) || !row) return own;
  const [before] = [...open].find(([, item]) => {
    const other = connections[item.entry.connection ?? -1];
    const isSame = item.entry.kind === entry.kind && item.entry.name === entry.name;
    return isSame && other !== undefined && isSameAccount(other, row);
  }) ?? [own];
  return before;
}

/** One app connected with the same account, under whatever id. */
export function isSameAccount(one: NamedConnection, other: NamedConnection): boolean {
  return one.integration === other.integration && one.whose !== null && one.whose === other.whose;
}
