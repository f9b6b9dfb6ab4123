import { isBackingOff, SOON_MS } from "../../core/schedule/schedule.ts";
import type { DoneAct } from "../../diagnostics/with-action.ts";
import { type Committed, commit } from "../../storage/commit.ts";
import { readStatus, statusToGoOn } from "../../storage/status.ts";
import { abandonCheck } from "../checks/check.ts";
import { type AskedWith, isStill } from "../checks/is-account-unchanged.ts";
import { recordsAfterDeed } from "../user-actions/records-after-action.ts";

/** The changes that Cal.com is asked for, as the status knows them. */
export type Announced = Extract<DoneAct, { act: "select" | "unselect" | "setDestination" }>;

/**
 * Stores what the person wants, and that it is to be looked at soon even if nobody lives to do it at once. The history tells
 * of it when an answer shows it. A backoff is not shortened for it. The answer to a check that is under way is not waited for: it may be from before the
 * change, and would pass for a later one.
 * @returns `nothing` when the account is gone, or has another key
 */
export function announce(asked: AskedWith, act: Announced): Promise<Committed> {
  const { id } = asked.account;
  return commit(async () => {
    const before = statusToGoOn(await readStatus(id));
    if (!before || !(await isStill(asked))) return null;
    abandonCheck(id);
    const now = Date.now();
    const due = before.nextCheckAt ?? now;
    const nextCheckAt = isBackingOff(before, now) ? due : Math.min(due, now + SOON_MS);
    return { set: await recordsAfterDeed(id, { ...before, nextCheckAt }, { act, did: [] }, now) };
  });
}
