import { sameDestination } from "../calendars/destination.ts";
import type { FindingRecord } from "../model/account-state.ts";
import type { Notice } from "../model/changes.ts";
import type { Level } from "../model/finding.ts";
import { KINDS } from "../model/kinds.ts";
import { isSnoozed } from "../snooze.ts";
import { HOUR } from "../time.ts";
import { type Draft, isUnsettled } from "./draft.ts";
import { flappingOf, suppressFlapping } from "./flapping.ts";
import { byLevelKindSubject } from "./order.ts";
import { dueRecoveries } from "./recoveries.ts";
import { isProblemSnoozed } from "./snoozed.ts";

const TOLD: ReadonlySet<Level> = new Set(["error", "warning"]);

/**
 * What people are notified of now: what is new first, then what has recovered. What a snooze keeps back is told after it, if
 * it still stands; what recovers meanwhile is not. So it is with one problem that is snoozed.
 */
export function planNotifications(draft: Draft): Notice[] {
  const due = dueRecoveries(draft);
  if (isSnoozed(draft.state.snoozeUntil, draft.passed)) return [];
  const isQuiet = isProblemSnoozed(draft.state, draft.passed);
  const recovered = due.filter((notice) => !isQuiet(notice));
  const news = [...draft.findings.values()].filter((record) => isNews(draft, record) && !isQuiet(record));
  for (const record of news) noteTold(record);
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
    !isTold(record) &&
    !(record.subject.type === "destination" && isUnsettled(draft)) &&
    (!flappingOf(draft, record) || holds(draft, record))
  );
}

/** At this level, and of a destination that bookings go to unasked for, that one. */
function isTold({ level, notified, suppressedLevels, about, notifiedAbout }: FindingRecord): boolean {
  if (!notified.includes(level) && !suppressedLevels.includes(level)) return false;
  return about === null || notifiedAbout.some((told) => sameDestination(told, about));
}

function noteTold(record: FindingRecord): void {
  if (!record.notified.includes(record.level)) record.notified.push(record.level);
  if (record.about !== null) record.notifiedAbout.push(record.about);
}

/** Something that comes and goes is told when it has stayed for an hour. */
function holds({ isAnswer, now }: Draft, { kind, confirmedAt }: FindingRecord): boolean {
  return isAnswer && kind !== "flapping" && confirmedAt !== null && now - confirmedAt >= HOUR;
}
