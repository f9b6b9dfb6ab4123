import { isPending } from "../../core/model/actions.ts";
import { type ChecksLog, isCheck, type LogEntry, type LoggedAnswer } from "../../core/model/checks-log.ts";
import { lastReading, withReading } from "./readings.ts";
import { LogReplay } from "./replay.ts";
import { type Naming, startOf } from "./start.ts";

const AS_IS: Naming = { id: (id) => id, name: (name) => name };

/**
 * Lets the first entries go: what they led to is where the log starts from then on. What the person said of findings right
 * after the last of them goes, too, since the start alone would not show those.
 */
export function compact(log: ChecksLog, count: number): ChecksLog {
  const next = log.entries.findIndex((entry, place) => place >= count && isCheck(entry));
  const after = log.entries.slice(count, next < 0 ? log.entries.length : next);
  const gone = [...log.entries.slice(0, count), ...after.filter(isOfFindings)];
  const left = log.entries.slice(count).filter((entry) => !gone.includes(entry));
  const rerun = new LogReplay();
  if (log.start) rerun.begin(log.start);
  for (const entry of gone) rerun.feed(entry);
  return {
    ...log,
    start: startOf(rerun.state, AS_IS, rerun.wanted),
    entries: withReading(withAnswer(left, lastAnswer(gone)), lastReading(gone)),
  };
}

/** All actions but those that a later answer is awaited for. */
export function isOfFindings(entry: LogEntry): boolean {
  return !isCheck(entry) && !isPending(entry.action);
}

/** The answer of the last good check. */
export function lastAnswer(entries: readonly LogEntry[]): LoggedAnswer | null {
  const last = entries.findLast((entry) => isCheck(entry) && entry.answer !== undefined);
  return (last && isCheck(last) && last.answer) || null;
}

/** A good check that had the same answer as one that is gone has to hold it itself. */
function withAnswer(entries: readonly LogEntry[], answer: LoggedAnswer | null): LogEntry[] {
  const place = entries.findIndex((entry) => isCheck(entry) && entry.outcome === "answer");
  const first = entries[place];
  if (answer === null || !first || !isCheck(first) || first.answer) return [...entries];
  return entries.with(place, { ...first, answer });
}
