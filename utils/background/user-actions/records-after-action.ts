import { namesIn } from "../../copy/history/names.ts";
import { passedBy } from "../../core/clock.ts";
import { hasNothingToAcknowledge } from "../../core/findings/acknowledgements.ts";
import { applicable, applyAction } from "../../core/findings/apply-action.ts";
import { diffEvents } from "../../core/findings/diff-events.ts";
import { record } from "../../core/history/record.ts";
import { type JournalEntry, recordActions } from "../../core/history/record-actions.ts";
import { mendingsAfterAction } from "../../core/mending/own-acts.ts";
import type { Performed } from "../../core/model/actions.ts";
import { type StatusRecord, statusOf } from "../../core/model/records.ts";
import { withAction } from "../../diagnostics/with-action.ts";
import { changedChecks } from "../../storage/checks.ts";
import { changedHistory } from "../../storage/history.ts";

/** What the person did in one account, and what its history says of that. */
export interface UserAction {
  action: Performed;
  journal: readonly JournalEntry[];
  /** What the person wrote beside a mark: in the state alone, and in no log or history. */
  note?: string | null;
}

/**
 * What it makes of the account's records, to be written together: in the history first the action, then what followed from it.
 * @param now ms since the epoch, in the account's time
 */
export async function recordsAfterAction(
  accountId: string,
  before: StatusRecord,
  { action, journal, note = null }: UserAction,
  now: number,
): Promise<Record<string, object>> {
  const state = applyAction(before.state, applicable(action, note), now, passedBy(before, now));
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
    mendings: mendingsAfterAction(before.mendings, action, { before: before.state, after: state }, now),
    bulkAcknowledgeAnswered: before.bulkAcknowledgeAnswered || isOver,
  };
  return { [statusOf(accountId)]: status, ...history, ...checks };
}
