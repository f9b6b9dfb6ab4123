import { namesIn } from "../../copy/history/names.ts";
import { type Action, applyAction, type Matches } from "../../core/findings/apply-action.ts";
import { hasNothingToAcknowledge } from "../../core/findings/bulk-acknowledge.ts";
import { diffEvents } from "../../core/findings/diff-events.ts";
import { record } from "../../core/history/record.ts";
import { type JournalEntry, recordActions } from "../../core/history/record-actions.ts";
import { identity } from "../../core/model/finding.ts";
import { type StatusRecord, statusOf } from "../../core/model/records.ts";
import { type PerformedAction, withAction } from "../../diagnostics/with-action.ts";
import { changedChecks } from "../../storage/checks.ts";
import { changedHistory } from "../../storage/history.ts";

/** What the person did in one account, and what its history says of that. */
export interface Performed {
  action: PerformedAction;
  journal: readonly JournalEntry[];
}

/** What it makes of the account's records, to be written together: in the history first the action, then what followed from it. */
export async function recordsAfterAction(
  accountId: string,
  before: StatusRecord,
  { action, journal }: Performed,
  now: number,
): Promise<Record<string, object>> {
  const state = applyAction(before.state, actionOf(action), now);
  const names = namesIn([state, before.state]);
  const history = await changedHistory(accountId, (history) =>
    record(recordActions(history, journal, names, now), diffEvents(before.state, state), names, now),
  );
  const checks = await changedChecks(accountId, (log) =>
    withAction(log, action, { before: before.state, after: state }, now),
  );
  // Whoever has marked all of it one by one need not be asked about all of it.
  const isOver = action.action === "acknowledge" && hasNothingToAcknowledge(state);
  const status: StatusRecord = {
    ...before,
    state,
    bulkAcknowledgeAnswered: before.bulkAcknowledgeAnswered || isOver,
  };
  return { [statusOf(accountId)]: status, ...history, ...checks };
}

function actionOf(done: PerformedAction): Action {
  return "findings" in done ? { action: done.action, matches: exactly(done.findings) } : done;
}

/** One of these, by kind and by all that their subjects are: a thousand are looked up as fast as one. */
function exactly(findings: readonly Parameters<Matches>[0][]): Matches {
  const meant = new Set(findings.map(identity));
  return (finding) => meant.has(identity(finding));
}
