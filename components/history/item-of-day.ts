import type { Bar } from "../../utils/core/history/bar.ts";
import { isBreak } from "../../utils/core/history/breaks.ts";
import { type HistoryItem, isSameAccount } from "../../utils/core/history/incidents.ts";
import { overlap, type Span, spanOfDay } from "../../utils/core/history/spans.ts";
import type { NamedConnection } from "../../utils/core/model/history.ts";
import { connectionKey } from "../../utils/core/model/subject.ts";

/**
 * The item to go to from a day of a bar: a break of the connection that lasted on that day, else what happened to it then, else
 * whatever happened on that day.
 * @param items in the order of the list, which the first is by
 * @param now ms since the epoch
 * @returns null when nothing did
 */
export function itemOfDay(
  items: readonly HistoryItem[],
  connections: readonly NamedConnection[],
  bar: Bar,
  date: string,
  now: number,
): HistoryItem | null {
  const day = spanOfDay(date);
  const isOfBar = ({ entry }: HistoryItem) => {
    const row = connections[entry.connection ?? -1];
    return row !== undefined && (connectionKey(row) === bar.key || isSameAccount(row, bar));
  };
  const lasted = items.filter((item) => overlap(spanOf(item, now), day));
  const began = lasted.filter(({ at }) => at >= day.start);
  return (
    lasted.find((item) => isBreak(item.entry.kind) && item.incident && isOfBar(item)) ??
    began.find(isOfBar) ??
    began[0] ??
    null
  );
}

/** One moment is the shortest that a day can share. */
function spanOf({ at, incident }: HistoryItem, now: number): Span {
  const end = incident ? (incident.end ?? now) : at;
  return { start: at, end: Math.max(end, at + 1) };
}
