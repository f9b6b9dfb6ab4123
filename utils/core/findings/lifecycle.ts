import type { Acknowledgement, FindingRecord } from "../model/account-state.ts";
import { identity, type Level } from "../model/finding.ts";
import type { ChosenLevel, SubjectOf } from "../model/kind-groups.ts";
import { type FindingKind, KINDS } from "../model/kinds.ts";
import { type ConnectionId, connectionId, type Subject } from "../model/subject.ts";
import { CONFIRMED_BY_MS } from "../time.ts";
import type { Draft } from "./draft.ts";

/**
 * How sure one answer makes of a finding. `now`: confirmed at once. `onRepeat`: another answer that says the same at
 * least five minutes later confirms. `never`: it rests on something that is itself only suspected.
 */
export type Confirm = "now" | "onRepeat" | "never";

/**
 * This answer says so. Confirmed once is confirmed; a covered finding is shown again, with its marks.
 * @param chosen the level, of a kind that has several
 */
export function raise<K extends FindingKind>(
  draft: Draft,
  kind: K,
  subject: SubjectOf<K>,
  confirm: Confirm,
  ...chosen: ChosenLevel<K>
): { record: FindingRecord; justConfirmed: boolean } {
  const [level = KINDS[kind].levels[0]]: readonly Level[] = chosen;
  const id = identity({ kind, subject });
  const known = draft.findings.get(id);
  const record = known?.endedCounted === null ? known : begin(kind, subject, level, draft.now, known);
  draft.findings.set(id, record);
  record.level = level;
  record.inhibited = false;
  const mark = draft.acknowledgements.get(id);
  if (mark) Object.assign(record, marked(mark));
  const justConfirmed = !record.confirmed && confirms(record, confirm, draft.now);
  if (justConfirmed) {
    const { counted, answers } = draft.state;
    Object.assign(record, {
      confirmed: true,
      confirmedAt: draft.now,
      confirmedCounted: counted,
      confirmedAnswer: answers,
    });
  }
  return { record, justConfirmed };
}

function confirms(record: FindingRecord, confirm: Confirm, now: number): boolean {
  return confirm === "now" || (confirm === "onRepeat" && now - record.since >= CONFIRMED_BY_MS);
}

/** One that ended without having been seen right begins anew, but what was told of it is not news again. */
function begin(kind: FindingKind, subject: Subject, level: Level, now: number, ended?: FindingRecord) {
  return {
    kind,
    subject,
    level,
    confirmed: false,
    acknowledged: ended?.acknowledged ?? false,
    since: now,
    confirmedAt: null,
    notified: ended?.notified ?? [],
    suppressedLevels: ended?.suppressedLevels ?? [],
    inhibited: false,
    confirmedCounted: null,
    confirmedAnswer: null,
    endedCounted: null,
    about: ended?.about ?? null,
    notifiedAbout: ended?.notifiedAbout ?? [],
    acknowledgedUntil: ended?.acknowledgedUntil ?? null,
    note: ended?.note ?? null,
  };
}

/**
 * This answer shows the subject right: the finding ends, and if people were told of it, so is that.
 * @param wait `of`: the connection that has to settle before that is told, where it is not the subject's own. `flapping`: that
 * came and went, and so has to hold.
 */
export function resolve(
  draft: Draft,
  kind: FindingKind,
  subject: Subject,
  wait: { of?: ConnectionId; flapping?: boolean } = {},
): void {
  const id = identity({ kind, subject });
  const record = draft.findings.get(id);
  if (!record) return;
  draft.findings.delete(id);
  draft.resolved.add(id);
  // What was replaced has ended for good; the destination's findings only rest while connections are in doubt.
  const stood = record.endedCounted === null || subject.type === "destination";
  if (stood && record.notified.length > 0 && !record.acknowledged) {
    const { level } = record;
    draft.state.recoveries.push({
      kind,
      subject: record.subject,
      level,
      recovered: true,
      of: wait.of ?? connectionOfSubject(subject),
      since: draft.now,
      flapping: wait.flapping ?? false,
    });
  }
}

/** An entry that nobody could name is no connection that could settle. */
function connectionOfSubject(subject: Subject): ConnectionId | null {
  return "integration" in subject && subject.credentialId !== null ? connectionId(subject) : null;
}

/** It may still be so, but something worse stands before it. */
export function inhibit(draft: Draft, kind: FindingKind, subject: Subject): void {
  const record = draft.findings.get(identity({ kind, subject }));
  if (record) record.inhibited = true;
}

/** Nothing stands before it any more. */
export function uninhibit(draft: Draft, kind: FindingKind, subject: Subject): void {
  const record = draft.findings.get(identity({ kind, subject }));
  if (record?.endedCounted === null) record.inhibited = false;
}

/** It ends, but not because it was seen right. */
export function close(draft: Draft, kind: FindingKind, subject: Subject): void {
  const id = identity({ kind, subject });
  const record = draft.findings.get(id);
  if (!record || record.endedCounted !== null) return;
  const { notified, suppressedLevels, acknowledged } = record;
  if (notified.length === 0 && suppressedLevels.length === 0 && !acknowledged) draft.findings.delete(id);
  else Object.assign(record, { inhibited: true, endedCounted: draft.state.counted });
}

/** Right for now, but as long as the answers are in doubt it may be wrong again: that it is right is told when they are not. */
export function rest(draft: Draft, kind: FindingKind, subject: Subject): void {
  if (draft.findings.has(identity({ kind, subject }))) draft.resolved.add(identity({ kind, subject }));
  close(draft, kind, subject);
}

/** It ends, and so does what was told of it: the person has accepted the new state, or the subject is another now. */
export function reset(draft: Draft, kind: FindingKind, subject: Subject): void {
  draft.findings.delete(identity({ kind, subject }));
}

/** The person wants it so, whether it stands already or is to come. */
export function expect(draft: Draft, kind: FindingKind, subject: Subject): void {
  const mark = { kind, subject, at: draft.now, absentCounted: null, ...PLAIN_MARK };
  draft.acknowledgements.set(identity(mark), mark);
}

/** What the person says with a mark. */
export type MarkTerms = Pick<Acknowledgement, "until" | "note">;

/** Until it is taken back, and without a word. */
export const PLAIN_MARK: MarkTerms = { until: null, note: null };

/** The person wants it so: kept for as long as its subject is there, where its kind is of that sort. */
export function acknowledge(draft: Draft, record: FindingRecord, terms = PLAIN_MARK): void {
  Object.assign(record, marked(terms));
  const { kind, subject } = record;
  if (KINDS[kind].acknowledging !== "marks-subject") return;
  const mark = { kind, subject, at: draft.now, absentCounted: null, ...terms };
  draft.acknowledgements.set(identity(record), mark);
}

type OfMark = Pick<FindingRecord, "acknowledged" | "acknowledgedUntil" | "note">;

function marked({ until, note }: MarkTerms): OfMark {
  return { acknowledged: true, acknowledgedUntil: until, note };
}

/** The same finding without a mark. */
export function unmarked(record: FindingRecord): FindingRecord {
  return { ...record, ...UNMARKED };
}

export const UNMARKED: OfMark = { acknowledged: false, acknowledgedUntil: null, note: null };

/** The person's mark is lost, also where its finding still stands. */
export function removeAcknowledgement(draft: Draft, id: string): void {
  draft.acknowledgements.delete(id);
  const record = draft.findings.get(id);
  if (record) Object.assign(record, UNMARKED);
}
