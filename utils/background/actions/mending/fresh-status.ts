import { sleep } from "../../../browser/sleep.ts";
import { type ActionProblem, failureProblem } from "../../../core/actions/problem.ts";
import type { StatusRecord } from "../../../core/model/records.ts";
import { rateLimitMs, sinceAttempt } from "../../../core/schedule/schedule.ts";
import { readStatus, writableStatus } from "../../../storage/status.ts";
import { check, isBeingChecked } from "../../checks/check.ts";
import { findAccount } from "../../monitored-accounts.ts";
import { CACHE_MS } from "../read-back.ts";

/**
 * An account's status by an answer that was made now: Cal.com gives one that is up to 10 s old again, so that after our own last
 * question it is waited for that long. A check that is under way is of no use, as it may be answered with that.
 */
export async function freshStatus(accountId: string): Promise<StatusRecord | ActionProblem> {
  if (isBeingChecked(accountId)) await check(accountId);
  const before = writableStatus(await readStatus(accountId));
  if (before) await sleep(Math.max(0, CACHE_MS - sinceAttempt(before.state, Date.now())));
  return checkedStatus(accountId);
}

/** An account's status after a check, or why it says nothing new. */
export async function checkedStatus(accountId: string): Promise<StatusRecord | ActionProblem> {
  const { kind } = await check(accountId);
  if (!(await findAccount(accountId))) return { problem: "accountGone" };
  const status = writableStatus(await readStatus(accountId));
  if (!status) return { problem: "newerStore" };
  const { rejection, lastFailure } = status.state;
  if (rejection) return { problem: "keyRejected" };
  if (lastFailure) {
    const waitMs = rateLimitMs(status, Date.now());
    return failureProblem(lastFailure, waitMs > 0 ? waitMs / 1000 : null);
  }
  return kind === "checked" ? status : { problem: kind === "dropped" ? "notReadBack" : "notStored" };
}
