import type { AccountState, FindingRecord } from "../model/account-state.ts";
import { type AppliedId, isPending, type PendingId, type Performed } from "../model/actions.ts";
import { type FindingRef, identity } from "../model/finding.ts";
import { DESTINATION } from "../model/subject.ts";
import { accept } from "./accept.ts";
import { keepBounds } from "./bounds.ts";
import { beginDraft, type Draft, finishDraft, standing } from "./draft.ts";
import { acknowledge, raise, removeAcknowledgement, reset } from "./lifecycle.ts";
import { passSnooze } from "./pass-time.ts";
import { isNothingConnected } from "./rules/destination.ts";

/** Whether a finding is one of those that are meant: one action can be about thousands. */
export type Matches = (finding: FindingRef) => boolean;

type OfFindings = "acknowledge" | "unacknowledge";

/** Something the person did in this extension. */
export type Action<Id extends AppliedId = AppliedId> = Id extends OfFindings
  ? { action: Id; matches: Matches }
  : Performed<Id>;

/** The same action, for `applyAction`. A thousand findings are looked up as fast as one. */
export function applicable(done: Performed): Action {
  if (!("findings" in done)) return done;
  const meant = new Set(done.findings.map(identity));
  return { action: done.action, matches: (finding) => meant.has(identity(finding)) };
}

/**
 * What something the person did changes at once. What Cal.com makes of it shows in its next answer. One that matches nothing
 * changes nothing.
 * @param now ms since the epoch
 */
export function applyAction(state: AccountState, action: Action, now: number): AccountState {
  const draft = beginDraft(state, now);
  passSnooze(draft);
  if (isAwaited(action)) awaitAnswer(draft, action);
  // Safe: the change is that of the action's own id.
  else (CHANGES[action.action] as (draft: Draft, action: Action) => void)(draft, action);
  keepBounds(draft);
  return finishDraft(draft);
}

/** What each action changes, but those that are pending. */
const CHANGES: { [Id in Exclude<AppliedId, PendingId>]: (draft: Draft, action: Action<Id>) => void } = {
  acknowledge: (draft, { matches }) => acknowledgeAll(draft, matches),
  unacknowledge: (draft, { matches }) => unacknowledgeAll(draft, matches),
  "keep-destination": keepDestination,
  snooze: (draft, { until }) => {
    draft.state.snoozeUntil = until > draft.now ? until : null;
  },
  "end-snooze": (draft) => {
    draft.state.snoozeUntil = null;
  },
};

function isAwaited(action: Action): action is Performed<PendingId> {
  return isPending(action.action);
}

/** What an answer has yet to show. */
function awaitAnswer(draft: Draft, action: Performed<PendingId>): void {
  if (!("integration" in action)) return awaitSelection(draft, action);
  const { integration, externalId } = action;
  const app = integration.trim() === "" ? null : integration;
  draft.state.pending.push({ action: action.action, at: draft.now, integration: app, externalId });
}

function acknowledgeAll(draft: Draft, matches: Matches): void {
  const meant = [...draft.findings.values()].filter((record) => !record.inhibited && matches(record));
  // Accepting that a connection is gone forgets its findings, so what is said of its calendars comes first.
  const isLast = ({ kind }: FindingRecord) => Number(kind === "connection-gone");
  for (const record of meant.sort((a, b) => isLast(a) - isLast(b))) {
    const left = accept(draft, record);
    if (left) acknowledge(draft, left);
  }
}

function unacknowledgeAll(draft: Draft, matches: Matches): void {
  for (const record of draft.findings.values()) {
    if (record.inhibited || !record.acknowledged || !matches(record)) continue;
    removeAcknowledgement(draft, identity(record));
    if (!record.suppressedLevels.includes(record.level)) record.suppressedLevels.push(record.level);
    if (record.about !== null) record.notifiedAbout.push(record.about);
  }
}

function awaitSelection(draft: Draft, ref: Performed<PendingId<"selection">>): void {
  const known = draft.state.connections.some(
    (connection) =>
      connection.credentialId === ref.credentialId &&
      connection.delegationCredentialId === ref.delegationCredentialId &&
      connection.calendars.some(({ externalId }) => externalId === ref.externalId),
  );
  if (!known) return;
  const { action, externalId } = ref;
  const others = draft.state.pending.filter(
    (one) => one.action === "set-destination" || one.externalId !== externalId,
  );
  draft.state.pending = [...others, { action, at: draft.now, externalId }];
}

/** Keeping a blank destination leaves it missing, but as the person wants it. */
function keepDestination(draft: Draft): void {
  const changed = standing(draft, "destination-changed", DESTINATION);
  if (!changed) return;
  reset(draft, "destination-changed", DESTINATION);
  draft.state.destination.remembered = changed.about;
  if (changed.about !== null) return;
  const { record } = raise(draft, "destination-missing", DESTINATION, changed.confirmed ? "now" : "never");
  record.inhibited = isNothingConnected(draft);
  acknowledge(draft, record);
}
