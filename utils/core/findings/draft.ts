import type { Destination } from "../../cal-api/observation.ts";
import type {
  AccountState,
  Acknowledgement,
  FindingRecord,
  RememberedConnection,
} from "../model/account-state.ts";
import { type FindingKind, identity } from "../model/finding.ts";
import {
  type CalendarSubject,
  type ConnectionId,
  connectionSubject,
  type Subject,
} from "../model/subject.ts";

/** One step of a state under way: a copy of it, changed in place, with its findings and marks by identity. */
export interface Draft {
  state: AccountState;
  /** ms since the epoch, in the account's time */
  now: number;
  /** Nothing may end by the clock that has not ended by then. */
  passed: number;
  findings: Map<string, FindingRecord>;
  acknowledgements: Map<string, Acknowledgement>;
  /** It is about a good answer: nothing else makes time pass or tells of what holds. */
  isAnswer: boolean;
  /** The destination that was remembered before this answer. */
  wantedBefore: Destination | null;
  /** Keys of the connections that this answer confirms to be broken off, themselves or a calendar of theirs. */
  broken: Set<string>;
  /** Keys of the connections in which this answer shows a calendar unselected, as it was asked for from here. */
  unselectedHere: Set<string>;
  /** Identities of the findings whose subject was seen right. */
  resolved: Set<string>;
  /** Connections that go on under another identity, by the key of the one they had. */
  renamed: Map<string, ConnectionId>;
  /** Calendars that go on under another id, by the key of the subject that they were. */
  moved: Map<string, CalendarSubject>;
}

export function beginDraft(state: AccountState, now: number, passed: number = now): Draft {
  const copy = structuredClone(state);
  return {
    state: copy,
    now,
    passed,
    findings: new Map(copy.findings.map((finding) => [identity(finding), finding])),
    acknowledgements: new Map(copy.acknowledgements.map((mark) => [identity(mark), mark])),
    isAnswer: false,
    wantedBefore: copy.destination.remembered && { ...copy.destination.remembered },
    broken: new Set(),
    unselectedHere: new Set(),
    resolved: new Set(),
    renamed: new Map(),
    moved: new Map(),
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
  return record?.endedCounted === null ? record : undefined;
}

export function isConfirmed(draft: Draft, kind: FindingKind, subject: Subject): boolean {
  return standing(draft, kind, subject)?.confirmed === true;
}

const UNSETTLING: ReadonlySet<FindingKind> = new Set([
  "connection-error",
  "connection-gone",
  "calendar-gone",
  "calendar-moved",
  "no-connections",
]);

/**
 * Something is suspected that can make Cal.com rewrite the destination, and often back: what an answer says of it need not last.
 * (Cal.com's API behaviour, the side effects of reading.)
 */
export function isUnsettled({ findings }: Pick<Draft | AccountState, "findings">): boolean {
  return [...findings.values()].some(
    ({ kind, confirmed, inhibited }) => !confirmed && !inhibited && UNSETTLING.has(kind),
  );
}

/**
 * How far what is remembered of a connection still holds. `live`: healthy in this answer. `suspected`: perhaps broken or
 * gone, its calendars keep their findings. `broken` and `gone`: confirmed, its calendars raise none.
 */
export type Trust = "live" | "suspected" | "broken" | "gone";

/** How a connection stands once the last answer was judged. */
export function trustOf(draft: Draft, connection: RememberedConnection): Trust {
  const subject = connectionSubject(connection);
  if (standing(draft, "connection-gone", subject)?.confirmed) return "gone";
  if (standing(draft, "connection-error", subject)?.confirmed) return "broken";
  return connection.condition === "healthy" ? "live" : "suspected";
}
