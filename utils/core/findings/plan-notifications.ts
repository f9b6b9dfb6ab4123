import type { FindingRecord } from "../model/account-state.ts";
import type { Notice } from "../model/changes.ts";
import type { Level } from "../model/finding.ts";
import { KINDS } from "../model/kinds.ts";
import { connectionKey, connectionSubject } from "../model/subject.ts";
import { isSnoozed } from "../snooze.ts";
import { type Draft, standing } from "./draft.ts";
import { byLevelKindSubject } from "./order.ts";

const TOLD: ReadonlySet<Level> = new Set(["error", "warning"]);

/**
 * What people are notified of now: what is new first, then what has recovered. What a snooze keeps back is told after it, if
 * it still stands; what recovers meanwhile is not.
 */
export function planNotifications(draft: Draft): Notice[] {
  if (isSnoozed(draft.state.snoozeUntil, draft.now)) return [];
  const news = [...draft.findings.values()].filter((record) => isNews(draft, record));
  const recovered = draft.recovered.filter((notice) => !isFlapSuppressed(draft, notice));
  for (const record of news) record.notified.push(record.level);
  suppressFlapping(draft);
  return [
    ...news
      .map(({ kind, subject, level }) => ({ kind, subject, level, recovered: false }))
      .sort(byLevelKindSubject),
    ...recovered.sort(byLevelKindSubject),
  ];
}

function isNews(draft: Draft, record: FindingRecord): boolean {
  return (
    record.confirmed &&
    !record.inhibited &&
    !record.acknowledged &&
    KINDS[record.kind].notified &&
    TOLD.has(record.level) &&
    !record.notified.includes(record.level) &&
    !record.suppressedLevels.includes(record.level) &&
    !isFlapSuppressed(draft, record)
  );
}

/** A connection that was told to be flapping: its breaks and recoveries are no news until it has been quiet for a day. */
function isFlapSuppressed(draft: Draft, { kind, subject }: Pick<Notice, "kind" | "subject">): boolean {
  if (subject.type !== "connection" || (kind !== "connection-error" && kind !== "flapping")) return false;
  const key = connectionKey(subject);
  return draft.state.connections.some(
    (connection) => connection.flapSuppressed && connectionKey(connection) === key,
  );
}

function suppressFlapping(draft: Draft): void {
  for (const connection of draft.state.connections) {
    if (standing(draft, "flapping", connectionSubject(connection))) connection.flapSuppressed = true;
  }
}
