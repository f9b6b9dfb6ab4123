import type { AccountState, FindingRecord } from "../model/account-state.ts";
import { type AppliedId, isPending, type PendingId, type Performed } from "../model/actions.ts";
import { type FindingRef, identity } from "../model/finding.ts";
import { DESTINATION } from "../model/subject.ts";
import { accept } from "./accept.ts";
import { keepBounds } from "./bounds.ts";
import { beginDraft, type Draft, finishDraft, standing } from "./draft.ts";
import { acknowledge, type MarkTerms, PLAIN_MARK, raise, removeAcknowledgement, reset } from "./lifecycle.ts";
import { withoutEnded } from "./pass-quiet.ts";
import { isNothingConnected } from "./rules/destination.ts";

/** Whether a finding is one of those that are meant: one action can be about thousands. */
export type Matches = (finding: FindingRef) => boolean;

type OfFindings = "unacknowledge" | "snooze-problem" | "end-snooze-problem";

/** Something the person did in this extension. A mark without terms is for good. */
export type Action<Id extends AppliedId = AppliedId> = Id extends "acknowledge"
  ? { action: Id; matches: Matches } & Partial<MarkTerms>
  : Id extends OfFindings
    ? Omit<Performed<Id>, "findings"> & { matches: Matches }
    : Performed<Id>;

/**
 * The same action, for `applyAction`. A thousand findings are looked up as fast as one.
 * @param note what the person wrote beside a mark, which is no argument: arguments are logged
 */
export function applicable(done: Performed, note: string | null = null): Action {
  if (!("findings" in done)) return done;
  const meant = new Set(done.findings.map(identity));
  const matches: Matches = (finding) => meant.has(identity(finding));
  switch (done.action) {
    case "acknowledge":
      return { action: done.action, matches, until: done.until, note };
    case "snooze-problem":
      return { action: done.action, matches, until: done.until };
    case "unacknowledge":
    case "end-snooze-problem":
      return { action: done.action, matches };
  }
}

/**
 * What something the person did changes at once. What Cal.com makes of it shows in its next answer. One that matches nothing
 * changes nothing.
 * @param now ms since the epoch, in the account's time
 * @param passed nothing may end by the clock that has not ended by then
 */
export function applyAction(
  state: AccountState,
  action: Action,
  now: number,
  passed: number = now,
): AccountState {
  const draft = beginDraft(withoutEnded(state, passed), now);
  if (isAwaited(action)) awaitAnswer(draft, action);
  // Safe: the change is that of the action's own id.
  else (CHANGES[action.action] as (draft: Draft, action: Action) => void)(draft, action);
  keepBounds(draft);
  return finishDraft(draft);
}

/** What each action changes, but those that are pending. */
const CHANGES: { [Id in Exclude<AppliedId, PendingId>]: (draft: Draft, action: Action<Id>) => void } = {
  acknowledge: (draft, { matches, until = null, note = null }) =>
    acknowledgeAll(draft, matches, { until, note }),
  unacknowledge: (draft, { matches }) => unacknowledgeAll(draft, matches),
  "keep-destination": keepDestination,
  snooze: (draft, { until }) => {
    draft.state.snoozeUntil = until > draft.now ? until : null;
  },
  "end-snooze": (draft) => {
    draft.state.snoozeUntil = null;
  },
  "snooze-problem": snoozeProblems,
  "end-snooze-problem": ({ state }, { matches }) => {
    state.snoozed = state.snoozed.filter((one) => !matches(one));
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

function acknowledgeAll(draft: Draft, matches: Matches, terms: MarkTerms): void {
  const meant = [...draft.findings.values()].filter((record) => !record.inhibited && matches(record));
  // Accepting that a connection is gone forgets its findings, so what is said of its calendars comes first.
  const isLast = ({ kind }: FindingRecord) => Number(kind === "connection-gone");
  for (const record of meant.sort((a, b) => isLast(a) - isLast(b))) {
    const left = accept(draft, record);
    // What was accepted is the way things are from now on: there is nothing that could end.
    if (left) acknowledge(draft, left, left === record ? terms : PLAIN_MARK);
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

/** Of one that is snoozed already the last word counts. An end that has passed ends it. */
function snoozeProblems({ state, findings, now }: Draft, { matches, until }: Action<"snooze-problem">): void {
  const meant = [...findings.values()].filter((record) => !record.inhibited && matches(record));
  const ids = new Set(meant.map(identity));
  const others = state.snoozed.filter((one) => !ids.has(identity(one)));
  const snoozed = until > now ? meant.map(({ kind, subject }) => ({ kind, subject, until })) : [];
  state.snoozed = [...others, ...snoozed];
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
