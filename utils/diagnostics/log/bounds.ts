import { type ChecksLog, isCheck, type LogEntry } from "../../core/model/checks-log.ts";
import { CONFIRMED_BY_MS } from "../../core/time.ts";
import { compact } from "./compact.ts";
import { isRejection } from "./logged-check.ts";

/** What is kept of one account at most. `bytes` are of its JSON. */
export const LOG_BOUNDS = { checks: 50, actions: 200, bytes: 100_000 };

/** Keeps a log within its bounds. The oldest go first; a log whose newest check alone is too large keeps outcomes only. */
export function bounded(log: ChecksLog): ChecksLog {
  let kept = log;
  while (checksIn(kept) > LOG_BOUNDS.checks) kept = withoutOldestCheck(kept);
  while (kept.entries.length - checksIn(kept) > LOG_BOUNDS.actions) kept = withoutOldestAct(kept);
  while (bytesOf(kept) > LOG_BOUNDS.bytes) {
    if (checksIn(kept) <= 1) return outcomesOf(log);
    kept = compact(kept, firstCheck(kept) + 1);
  }
  return kept;
}

export function bytesOf(log: ChecksLog): number {
  return new TextEncoder().encode(JSON.stringify(log)).byteLength;
}

const checksIn = ({ entries }: ChecksLog) => entries.filter(isCheck).length;
const firstCheck = ({ entries }: ChecksLog) => entries.findIndex(isCheck);

/**
 * The oldest check goes with the actions before it. In a long outage a failure goes instead, as long as there is one: without
 * the last answers and the rejection that stand, nothing would tell of what was wrong before it.
 */
function withoutOldestCheck(log: ChecksLog): ChecksLog {
  const first = firstCheck(log);
  const needed = neededOf(log.entries);
  if (!needed.has(first)) return compact(log, first + 1);
  const idle = log.entries.findIndex((entry, place) => {
    const next = log.entries[place + 1];
    // What the person did next may be about what this check showed.
    return isCheck(entry) && !needed.has(place) && next !== undefined && isCheck(next);
  });
  return idle < 0 ? compact(log, first + 1) : { ...log, entries: log.entries.toSpliced(idle, 1) };
}

/**
 * The last good answer, the latest that is so much older that the two confirm what both say, those between them, and the first and
 * last rejection after them.
 */
function neededOf(entries: readonly LogEntry[]): Set<number> {
  const places = (wanted: (entry: LogEntry) => boolean) =>
    entries.flatMap((entry, place) => (wanted(entry) ? [place] : []));
  const all = places((entry) => isCheck(entry) && entry.outcome === "answer");
  const since = all.at(-1) ?? -1;
  const last = entries[since]?.at ?? 0;
  const confirming = all.findLastIndex((place) => last - (entries[place]?.at ?? last) >= CONFIRMED_BY_MS);
  const good = all.slice(Math.max(confirming, 0));
  const rejected = places((entry) => isCheck(entry) && isRejection(entry.outcome)).filter(
    (place) => place > since,
  );
  return new Set([...good, ...rejected.slice(0, 1), ...rejected.slice(-1)]);
}

function withoutOldestAct(log: ChecksLog): ChecksLog {
  return compact(log, log.entries.findIndex((entry) => !isCheck(entry)) + 1);
}

/** Without the answers there is nothing that could be replayed. */
export function outcomesOf({ entries }: ChecksLog): ChecksLog {
  const outcomes = entries.filter(isCheck).map(({ answer: _, eventTypes: __, ...outcome }) => outcome);
  return { start: null, entries: outcomes.slice(-LOG_BOUNDS.checks), outcomesOnly: true };
}
