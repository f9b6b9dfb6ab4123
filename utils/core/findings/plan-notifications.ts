import { isSnoozed } from "../snooze.ts";
import type { FindingRecord } from "./account-state.ts";
import type { Notice } from "./changes.ts";
import { standing, type Work } from "./draft.ts";
import type { Level } from "./finding.ts";
import { byLevelKindSubject } from "./order.ts";
import { connectionKey, connectionSubject } from "./subject.ts";

const TOLD: ReadonlySet<Level> = new Set(["error", "warning"]);

/**
 * What people are notified of now: what is new first, then what has recovered. What a snooze keeps back is told after it, if
 * it still stands; what recovers meanwhile is not.
 */
export function tell(work: Work): Notice[] {
  if (isSnoozed(work.state.snoozeUntil, work.now)) return [];
  const news = [...work.findings.values()].filter((record) => isNews(work, record));
  const recovered = work.recovered.filter((notice) => !isQuiet(work, notice));
  for (const record of news) record.notified.push(record.level);
  beQuiet(work);
  return [
    ...news
      .map(({ kind, subject, level }) => ({ kind, subject, level, recovered: false }))
      .sort(byLevelKindSubject),
    ...recovered.sort(byLevelKindSubject),
  ];
}

function isNews(work: Work, record: FindingRecord): boolean {
  return (
    record.confirmed &&
    !record.hidden &&
    !record.expected &&
    // That Cal.com can't be reached is on the badge; who is offline knows it.
    record.kind !== "unreachable" &&
    TOLD.has(record.level) &&
    !record.notified.includes(record.level) &&
    !record.muted.includes(record.level) &&
    !isQuiet(work, record)
  );
}

/** A connection that was told to be flapping: its breaks and recoveries are no news until it has been quiet for a day. */
function isQuiet(work: Work, { kind, subject }: Pick<Notice, "kind" | "subject">): boolean {
  if (subject.type !== "connection" || (kind !== "connection-error" && kind !== "flapping")) return false;
  const key = connectionKey(subject);
  return work.state.connections.some((connection) => connection.quiet && connectionKey(connection) === key);
}

function beQuiet(work: Work): void {
  for (const connection of work.state.connections) {
    if (standing(work, "flapping", connectionSubject(connection))) connection.quiet = true;
  }
}
