import type { FailedObservation } from "../../cal-api/observation.ts";
import { statusOf } from "../../core/model/records.ts";
import { commit } from "../../storage/commit.ts";
import { readStatus, writableStatus } from "../../storage/status.ts";
import { type AskedWith, isAccountUnchanged } from "../checks/is-account-unchanged.ts";
import { recordsAfter } from "../checks/records-after-check.ts";

/** Whether Cal.com wants to be left alone for a while, whatever it was asked for. */
export function isRateLimited(result: { kind: string }): result is FailedObservation {
  return result.kind === "failure" && (result as FailedObservation).failure.reason === "rate-limited";
}

/**
 * Remembers such an answer to an action like one to a check: the next one then waits as long as Cal.com asks for.
 * @param ms how long the request took
 */
export async function rememberRateLimit(
  asked: AskedWith,
  observation: FailedObservation,
  ms: number,
): Promise<void> {
  const { id } = asked.account;
  await commit(async () => {
    const before = writableStatus(await readStatus(id));
    if (!before || !(await isAccountUnchanged(asked))) return null;
    const { status, others } = await recordsAfter(before, { accountId: id, observation, ms: Math.round(ms) });
    return { set: { [statusOf(id)]: status, ...others } };
  });
}
