import type { FindingRecord } from "./account-state.ts";
import { ANOTHER_ANSWER_MS, identity, type Work } from "./draft.ts";
import type { FindingKind, Level } from "./finding.ts";
import type { Subject } from "./subject.ts";

/**
 * How sure one answer makes of a finding. `certain`: confirmed at once. `repeat`: a second answer that says the same at
 * least 15 s later confirms. `held`: it rests on something that is itself only suspected.
 */
export type Certainty = "certain" | "repeat" | "held";

/** Marks on these stay while the subject exists; on all others they end with the finding. */
export const LASTING_MARKS: ReadonlySet<FindingKind> = new Set([
  "read-only",
  "not-selected",
  "connection-unchecked",
]);

/** This answer says so. Confirmed once is confirmed; a covered finding is shown again, with its marks. */
export function claim(
  work: Work,
  kind: FindingKind,
  subject: Subject,
  level: Level,
  certainty: Certainty,
): { record: FindingRecord; justConfirmed: boolean } {
  const id = identity({ kind, subject });
  const known = work.findings.get(id);
  const record = known?.endedAt === null ? known : begin(kind, subject, level, work.now, known);
  work.findings.set(id, record);
  record.level = level;
  record.hidden = false;
  if (work.marks.has(id)) record.expected = true;
  const justConfirmed = !record.confirmed && confirms(record, certainty, work.now);
  if (justConfirmed) {
    record.confirmed = true;
    record.confirmedAt = work.now;
  }
  return { record, justConfirmed };
}

function confirms(record: FindingRecord, certainty: Certainty, now: number): boolean {
  return certainty === "certain" || (certainty === "repeat" && now - record.since >= ANOTHER_ANSWER_MS);
}

/** One that ended without having been seen right begins anew, but what was told of it is not news again. */
function begin(kind: FindingKind, subject: Subject, level: Level, now: number, ended?: FindingRecord) {
  return {
    kind,
    subject,
    level,
    confirmed: false,
    expected: false,
    since: now,
    confirmedAt: null,
    notified: ended?.notified ?? [],
    muted: ended?.muted ?? [],
    hidden: false,
    endedAt: null,
    about: null,
  };
}

/** This answer shows the subject right: the finding ends, and if people were told of it, so is that. */
export function seeRight(work: Work, kind: FindingKind, subject: Subject): void {
  const id = identity({ kind, subject });
  const record = work.findings.get(id);
  if (!record) return;
  work.findings.delete(id);
  work.seenRight.add(id);
  if (record.endedAt === null && record.notified.length > 0 && !record.expected) {
    work.recovered.push({ kind, subject: record.subject, level: record.level, recovered: true });
  }
}

/** It may still be so, but something worse stands before it. */
export function cover(work: Work, kind: FindingKind, subject: Subject): void {
  const record = work.findings.get(identity({ kind, subject }));
  if (record) record.hidden = true;
}

/** Nothing stands before it any more. */
export function uncover(work: Work, kind: FindingKind, subject: Subject): void {
  const record = work.findings.get(identity({ kind, subject }));
  if (record?.endedAt === null) record.hidden = false;
}

/** It ends, but not because it was seen right. */
export function finish(work: Work, kind: FindingKind, subject: Subject): void {
  const id = identity({ kind, subject });
  const record = work.findings.get(id);
  if (!record || record.endedAt !== null) return;
  if (record.notified.length === 0 && record.muted.length === 0) work.findings.delete(id);
  else Object.assign(record, { hidden: true, endedAt: work.now, expected: false });
}

/** It ends, and so does what was told of it: the person has accepted the new state, or the subject is another now. */
export function forget(work: Work, kind: FindingKind, subject: Subject): void {
  work.findings.delete(identity({ kind, subject }));
}

/** The person's mark is lost, also where its finding still stands. */
export function unmark(work: Work, id: string): void {
  work.marks.delete(id);
  const record = work.findings.get(id);
  if (record) record.expected = false;
}
