import type { AccountState, FindingRecord, Mark } from "./account-state.ts";
import type { Notice } from "./changes.ts";
import type { Finding, FindingKind } from "./finding.ts";
import { type ConnectionId, type Subject, subjectKey } from "./subject.ts";

/** One step of a state under way: a copy of it, changed in place, with its findings and marks by identity. */
export interface Work {
  state: AccountState;
  /** ms since the epoch */
  now: number;
  findings: Map<string, FindingRecord>;
  marks: Map<string, Mark>;
  /** What was notified before and is seen right now. */
  recovered: Notice[];
  /** Identities of the findings whose subject was seen right. */
  seenRight: Set<string>;
  /** Connections that go on under another identity, by the key of the one they had. */
  renamed: Map<string, ConnectionId>;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** An answer is cached by Cal.com for 10 s: one that is at least this much later is another one. */
export const ANOTHER_ANSWER_MS = 15 * SECOND;

export function identity({ kind, subject }: Pick<Finding, "kind" | "subject">): string {
  return `${kind} ${subjectKey(subject)}`;
}

export function open(state: AccountState, now: number): Work {
  const copy = structuredClone(state);
  return {
    state: copy,
    now,
    findings: new Map(copy.findings.map((finding) => [identity(finding), finding])),
    marks: new Map(copy.marks.map((mark) => [identity(mark), mark])),
    recovered: [],
    seenRight: new Set(),
    renamed: new Map(),
  };
}

export function close(work: Work): AccountState {
  return { ...work.state, findings: [...work.findings.values()], marks: [...work.marks.values()] };
}

/** The record of a finding that stands, shown or covered. */
export function standing(work: Work, kind: FindingKind, subject: Subject): FindingRecord | undefined {
  const record = work.findings.get(identity({ kind, subject }));
  return record?.endedAt === null ? record : undefined;
}

export function isConfirmed(work: Work, kind: FindingKind, subject: Subject): boolean {
  return standing(work, kind, subject)?.confirmed === true;
}
