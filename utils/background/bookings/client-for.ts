import type { ActionProblem } from "../../core/actions/problem.ts";
import { rateLimitMs } from "../../core/schedule/schedule.ts";
import { keyToAsk } from "../actions/precheck.ts";
import type { MonitoredAccount } from "../monitored-accounts.ts";
import { type PacedWays, pacedClient } from "./paced.ts";

/**
 * What asks Cal.com for an account, or why there can be no answer. A limit that holds already is no reason: it is waited for.
 */
export async function clientFor({ account, status }: MonitoredAccount, ways: PacedWays) {
  const blockedMs = rateLimitMs(status, Date.now());
  const calm = { ...status, nextCheckAt: null };
  const allowed: { key: string } | ActionProblem = await keyToAsk({ account, status: calm });
  if ("problem" in allowed) return allowed;
  const asked = { account, key: allowed.key };
  return { asked, ask: pacedClient(asked, blockedMs, ways) };
}
