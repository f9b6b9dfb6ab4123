import type { FindingRecord } from "../model/account-state.ts";
import type { FindingKind } from "../model/finding.ts";
import type { ConnectionDays, NamedConnection } from "../model/history.ts";
import { connectionKey } from "../model/subject.ts";
import { type HistoryItem, isSameAccount } from "./incidents.ts";
import { merged, type Span, spanOfDay } from "./spans.ts";

/** Whether a finding of this kind stops a whole connection from working. */
export function isBreak(kind: FindingKind | undefined): boolean {
  return kind === "connection-error" || kind === "connection-gone";
}

/** All that tells when connections were broken. */
export interface Breaks {
  /** Of the history. */
  items: readonly HistoryItem[];
  connections: readonly NamedConnection[];
  /** Those that hold now: one that came before anything that is kept is in no item. */
  findings: readonly FindingRecord[];
  /** ms since the epoch */
  now: number;
}

/** A day of a row: what was noted of it, `undefined` where the row does not reach. */
export interface NotedDay {
  /** `YYYY-MM-DD`, local. */
  date: string;
  letter: string | undefined;
}

/**
 * When one connection was broken or gone, in order and without overlaps. What lasts ends now.
 * @param row the one that its days are of
 * @param isOwn whether a connection has days of its own: what happened to it is not of this row
 * @param days those of the row, the oldest first
 */
export function breaksOf(
  row: ConnectionDays,
  isOwn: (key: string) => boolean,
  days: readonly NotedDay[],
  { items, connections, findings, now }: Breaks,
): Span[] {
  const key = connectionKey(row);
  const isOf = (other: NamedConnection) =>
    connectionKey(other) === key || (!isOwn(connectionKey(other)) && isSameAccount(other, row));
  const names = new Set(connections.flatMap((other, index) => (isOf(other) ? index : [])));
  const written = items.flatMap(({ entry, incident }): Span[] => {
    if (!incident || !isBreak(entry.kind) || !names.has(entry.connection ?? -1)) return [];
    const end = incident.end ?? now;
    const start = incident.begin ?? firstBrokenBefore(end, days);
    return start === null ? [] : [{ start, end }];
  });
  const lasting = findings
    .filter(({ kind, confirmed, endedCounted }) => isBreak(kind) && confirmed && endedCounted === null)
    .filter(({ subject }) => subject.type === "connection" && connectionKey(subject) === key)
    // An item has the moment that it was confirmed at, which is what the history goes by.
    .map(({ confirmedAt, since }) => ({ start: confirmedAt ?? since, end: now }));
  return merged([...written, ...lasting]);
}

/**
 * Since when at the latest a break lasted whose begin is not kept: the first broken day after the last one on which it worked
 * all day.
 */
function firstBrokenBefore(end: number, days: readonly NotedDay[]): number | null {
  const before = days.filter(({ date }) => spanOfDay(date).start < end);
  // On the day of its end it may have been noted as working, when the end was the first that was heard of that day.
  const worked = before.slice(0, -1).findLastIndex(({ letter }) => letter === "w");
  const first = before.slice(worked + 1).find(({ letter }) => letter === "b");
  return first ? spanOfDay(first.date).start : null;
}
