import { type Act, applyAct, type Meant } from "../../core/findings/apply-action.ts";
import { hasNothingToOffer } from "../../core/findings/bulk-acknowledge.ts";
import { happened } from "../../core/findings/diff-events.ts";
import { identity } from "../../core/findings/draft.ts";
import { record } from "../../core/history/record.ts";
import { type Did, recordDeeds } from "../../core/history/record-actions.ts";
import { type StatusRecord, statusOf } from "../../core/records.ts";
import { type DoneAct, withAct } from "../../diagnostics/with-action.ts";
import { changedChecks } from "../../storage/checks.ts";
import { changedHistory } from "../../storage/history.ts";

/** What the person did in one account, and what its history says of that. */
export interface Done {
  act: DoneAct;
  did: readonly Did[];
}

/** What it makes of the account's records, to be written together: in the history first the deed, then what followed from it. */
export async function recordsAfterDeed(
  accountId: string,
  before: StatusRecord,
  { act, did }: Done,
  now: number,
): Promise<Record<string, object>> {
  const state = applyAct(before.state, actOf(act), now);
  const states = [state, before.state];
  const history = await changedHistory(accountId, (history) =>
    record(recordDeeds(history, did, states, now), happened(before.state, state), states, now),
  );
  const checks = await changedChecks(accountId, (log) =>
    withAct(log, act, { before: before.state, after: state }, now),
  );
  // Whoever has marked all of it one by one need not be asked about all of it.
  const isOver = act.act === "expect" && hasNothingToOffer(state);
  const status: StatusRecord = { ...before, state, offerAnswered: before.offerAnswered || isOver };
  return { [statusOf(accountId)]: status, ...history, ...checks };
}

function actOf(done: DoneAct): Act {
  return "findings" in done ? { act: done.act, matches: exactly(done.findings) } : done;
}

/** One of these, by kind and by all that their subjects are: a thousand are looked up as fast as one. */
function exactly(findings: readonly Parameters<Meant>[0][]): Meant {
  const meant = new Set(findings.map(identity));
  return (finding) => meant.has(identity(finding));
}
