import { isBackingOff, OUTCOME_DUE_MS } from "../../core/schedule/schedule.ts";
import type { PerformedAction } from "../../diagnostics/with-action.ts";
import { type Committed, commit } from "../../storage/commit.ts";
import { readStatus, writableStatus } from "../../storage/status.ts";
import { abandonCheck } from "../checks/check.ts";
import { type AskedWith, isAccountUnchanged } from "../checks/is-account-unchanged.ts";
import { recordsAfterAction } from "../user-actions/records-after-action.ts";

/** The changes that Cal.com is asked for, as the status knows them. */
export type PendingRequest = Extract<
  PerformedAction,
  { action: "select-calendar" | "unselect-calendar" | "set-destination" }
>;

/**
 * Stores what the person wants, and that it is to be looked at soon even if nobody lives to do it at once. The history tells
 * of it when an answer shows it. A backoff is not shortened for it. The answer to a check that is under way is not waited for: it may be from before the
 * change, and would pass for a later one.
 * @returns `nothing` when the account is gone, or has another key
 */
export function markPending(asked: AskedWith, action: PendingRequest): Promise<Committed> {
  const { id } = asked.account;
  return commit(async () => {
    const before = writableStatus(await readStatus(id));
    if (!before || !(await isAccountUnchanged(asked))) return null;
    abandonCheck(id);
    const now = Date.now();
    const due = before.nextCheckAt ?? now;
    const nextCheckAt = isBackingOff(before, now) ? due : Math.min(due, now + OUTCOME_DUE_MS);
    return { set: await recordsAfterAction(id, { ...before, nextCheckAt }, { action, journal: [] }, now) };
  });
}
