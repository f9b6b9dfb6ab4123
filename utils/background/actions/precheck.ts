import { hasAccess, originPattern } from "../../browser/access.ts";
import type { FailedObservation } from "../../cal-api/observation.ts";
import type { ActionProblem } from "../../core/actions/problem.ts";
import { statusOf } from "../../core/model/records.ts";
import { rateLimitMs } from "../../core/schedule/schedule.ts";
import { commit } from "../../storage/commit.ts";
import { readKey } from "../../storage/key.ts";
import { readStatus, writableStatus } from "../../storage/status.ts";
import { isOnline } from "../checks/check.ts";
import { isAccountUnchanged, type RequestContext } from "../checks/is-account-unchanged.ts";
import { recordsAfter } from "../checks/records-after-check.ts";
import { findAccount, type MonitoredAccount } from "../monitored-accounts.ts";

/** The account that an action is about, as it is stored now, or why there is none that may be changed. */
export async function findMonitored(accountId: string): Promise<MonitoredAccount | ActionProblem> {
  const account = await findAccount(accountId);
  if (!account) return { problem: "accountGone" };
  const status = writableStatus(await readStatus(accountId));
  return status ? { account, status } : { problem: "newerStore" };
}

/** The key to ask with, or why there can be no answer, before Cal.com is asked. */
export async function keyToAsk({
  account,
  status,
}: MonitoredAccount): Promise<{ key: string } | ActionProblem> {
  if (!(await hasAccess(originPattern(account.apiUrl)))) return { problem: "noPermission" };
  if (!isOnline()) return { problem: "offline" };
  const waitMs = rateLimitMs(status, Date.now());
  if (waitMs > 0) return { problem: "rateLimited", waitSeconds: Math.ceil(waitMs / 1000) };
  const key = await readKey(account);
  return key === null ? { problem: "noKey" } : { key };
}

/** Whether Cal.com wants to be left alone for a while, whatever it was asked for. */
export function isRateLimited(result: { kind: string }): result is FailedObservation {
  return result.kind === "failure" && (result as FailedObservation).failure.reason === "rate-limited";
}

/**
 * Remembers such an answer to an action like one to a check: the next one then waits as long as Cal.com asks for.
 * @param ms how long the request took
 */
export async function rememberRateLimit(
  asked: RequestContext,
  observation: FailedObservation,
  ms: number,
): Promise<void> {
  const { id } = asked.account;
  await commit(async () => {
    const before = writableStatus(await readStatus(id));
    if (!before || !(await isAccountUnchanged(asked))) return null;
    const { status, others } = await recordsAfter(before, {
      accountId: id,
      observation,
      ms: Math.round(ms),
      eventTypes: null,
    });
    return { set: { [statusOf(id)]: status, ...others } };
  });
}
