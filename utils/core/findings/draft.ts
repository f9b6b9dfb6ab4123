import type { AccountState, Acknowledgement, FindingRecord } from "./account-state.ts";
import type { Notice } from "./changes.ts";
import type { Finding, FindingKind } from "./finding.ts";
import { type ConnectionId, type Subject, subjectKey } from "./subject.ts";

/** One step of a state under way: a copy of it, changed in place, with its findings and marks by identity. */
export interface Draft {
  state: AccountState;
  /** ms since the epoch */
  now: number;
  findings: Map<string, FindingRecord>;
  acknowledgements: Map<string, Acknowledgement>;
  /** What was notified before and is seen right now. */
  recovered: Notice[];
  /** Identities of the findings whose subject was seen right. */
  resolved: Set<string>;
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

export function beginDraft(state: AccountState, now: number): Draft {
  const copy = structuredClone(state);
  return {
    state: copy,
    now,
    findings: new Map(copy.findings.map((finding) => [identity(finding), finding])),
    acknowledgements: new Map(copy.acknowledgements.map((mark) => [identity(mark), mark])),
    recovered: [],
    resolved: new Set(),
    renamed: new Map(),
  };
}

export function finishDraft(draft: Draft): AccountState {
  return {
    ...draft.state,
    findings: [...draft.findings.values()],
    acknowledgements: [...draft.acknowledgements.values()],
  };
}

/** The record of a finding that stands, shown or covered. */
export function standing(draft: Draft, kind: FindingKind, subject: Subject): FindingRecord | undefined {
  const record = draft.findings.get(identity({ kind, subject }));
  return record?.endedAt === null ? record : undefined;
}

export function isConfirmed(draft: Draft, kind: FindingKind, subject: Subject): boolean {
  return standing(draft, kind, subject)?.confirmed === true;
}
