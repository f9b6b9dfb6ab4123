import { hasAccess, originPattern } from "../../browser/access.ts";
import type { ActionProblem } from "../../core/actions/problem.ts";
import { rateLimitMs } from "../../core/schedule/schedule.ts";
import { readKey } from "../../storage/key.ts";
import { readStatus, writableStatus } from "../../storage/status.ts";
import { isOnline } from "../checks/ask.ts";
import { findAccount, type MonitoredAccount } from "../monitored-accounts.ts";

/** The account that an action is about, as it is stored now, or why there is none that may be changed. */
export async function findWatched(accountId: string): Promise<MonitoredAccount | ActionProblem> {
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
