import type { AccountState, FindingRecord } from "../model/account-state.ts";
import type { Finding } from "../model/finding.ts";
import { identity } from "../model/finding.ts";
import { KINDS } from "../model/kinds.ts";
import { DESTINATION } from "../model/subject.ts";
import { accept } from "./accept.ts";
import { keepBounds } from "./bounds.ts";
import { beginDraft, type Draft, finishDraft, standing } from "./draft.ts";
import { raise, removeAcknowledgement, reset } from "./ledger.ts";
import { passTime } from "./pass-time.ts";
import { isNothingConnected } from "./rules/destination.ts";

export interface CalendarRef {
  externalId: string;
  credentialId: number;
  /** null for a connection that is no delegation. */
  delegationCredentialId: string | null;
}

/** Whether a finding is one of those that are meant: one action can be about thousands. */
export type Matches = (finding: Pick<Finding, "kind" | "subject">) => boolean;

/** Something the person did in this extension. */
export type Action =
  /** Mark as expected; of what is gone or lost, accept it. */
  | { action: "acknowledge"; matches: Matches }
  /** Take such a mark back: it counts again from now on, but it is no news. */
  | { action: "unacknowledge"; matches: Matches }
  | ({ action: "select-calendar" | "unselect-calendar" } & CalendarRef)
  | { action: "set-destination"; integration: string; externalId: string }
  /** The destination that Cal.com has now is the wanted one. */
  | { action: "keep-destination" }
  /** @param until ms since the epoch; one that is not ahead ends a snooze */
  | { action: "snooze"; until: number };

/**
 * What something the person did changes at once. What Cal.com makes of it shows in its next answer. One that matches nothing
 * changes nothing.
 * @param now ms since the epoch
 */
export function applyAction(state: AccountState, action: Action, now: number): AccountState {
  const draft = beginDraft(state, now);
  passTime(draft);
  apply(draft, action);
  keepBounds(draft);
  return finishDraft(draft);
}

function apply(draft: Draft, action: Action): void {
  switch (action.action) {
    case "acknowledge":
      return expect(draft, action.matches);
    case "unacknowledge":
      return takeBack(draft, action.matches);
    case "select-calendar":
    case "unselect-calendar":
      return awaitSelection(draft, action.action, action);
    case "set-destination": {
      const { integration, externalId } = action;
      draft.state.pending.push({
        action: "set-destination",
        at: draft.now,
        integration: integration.trim() === "" ? null : integration,
        externalId,
      });
      return;
    }
    case "keep-destination":
      return keepDestination(draft);
    case "snooze":
      draft.state.snoozeUntil = action.until > draft.now ? action.until : null;
  }
}

function expect(draft: Draft, matches: Matches): void {
  const meant = [...draft.findings.values()].filter((record) => !record.inhibited && matches(record));
  // Accepting that a connection is gone forgets its findings, so what is said of its calendars comes first.
  const isLast = ({ kind }: FindingRecord) => Number(kind === "connection-gone");
  for (const record of meant.sort((a, b) => isLast(a) - isLast(b))) {
    const left = accept(draft, record);
    if (left) mark(draft, left);
  }
}

function takeBack(draft: Draft, matches: Matches): void {
  for (const record of draft.findings.values()) {
    if (record.inhibited || !record.acknowledged || !matches(record)) continue;
    removeAcknowledgement(draft, identity(record));
    if (!record.suppressedLevels.includes(record.level)) record.suppressedLevels.push(record.level);
  }
}

function mark(draft: Draft, record: FindingRecord): void {
  record.acknowledged = true;
  const { kind, subject } = record;
  if (KINDS[kind].acknowledging !== "marks-subject") return;
  draft.acknowledgements.set(identity(record), { kind, subject, at: draft.now, absentSince: null });
}

function awaitSelection(
  draft: Draft,
  action: "select-calendar" | "unselect-calendar",
  ref: CalendarRef,
): void {
  const known = draft.state.connections.some(
    (connection) =>
      connection.credentialId === ref.credentialId &&
      connection.delegationCredentialId === ref.delegationCredentialId &&
      connection.calendars.some(({ externalId }) => externalId === ref.externalId),
  );
  if (known) draft.state.pending.push({ action, at: draft.now, externalId: ref.externalId });
}

/** Keeping a blank destination leaves it missing, but as the person wants it. */
function keepDestination(draft: Draft): void {
  const changed = standing(draft, "destination-changed", DESTINATION);
  if (!changed) return;
  reset(draft, "destination-changed", DESTINATION);
  draft.state.destination.remembered = changed.about;
  if (changed.about !== null) return;
  const { record } = raise(draft, "destination-missing", DESTINATION, "now");
  record.inhibited = isNothingConnected(draft);
  mark(draft, record);
}
