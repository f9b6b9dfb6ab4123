import { type EventTypesPlan, planEventTypes } from "../../../core/actions/plan-event-types.ts";
import type { EventTypeNotPutBack } from "../../../core/actions/problem.ts";
import type { ActionReply } from "../../../messaging/replies.ts";
import { findMonitored, keyToAsk } from "../precheck.ts";
import { DONE, inTurn, refused } from "../reply.ts";
import { putEventTypesBack } from "./put-back.ts";

/**
 * Lets Cal.com add bookings of event types to the calendars again that they were added to.
 * @param eventTypes ids of those that are meant; all that have lost theirs where there are none
 */
export function restoreEventTypes(accountId: string, eventTypes?: readonly number[]): Promise<ActionReply> {
  return inTurn({ type: "restore-event-types", accountId, eventTypes }, () => run(accountId, eventTypes));
}

async function run(accountId: string, ids: readonly number[] | undefined): Promise<ActionReply> {
  const monitored = await findMonitored(accountId);
  if ("problem" in monitored) return refused(monitored);
  const plan = planEventTypes(monitored.status.state, ids);
  if (plan.restorable.length === 0) return replyOf(plan.not);
  const allowed = await keyToAsk(monitored);
  if ("problem" in allowed) return refused(allowed);
  const putBack = await putEventTypesBack({ account: monitored.account, key: allowed.key }, plan.restorable);
  return replyOf([...plan.not, ...left(plan, putBack)]);
}

function left({ restorable }: EventTypesPlan, putBack: Awaited<ReturnType<typeof putEventTypesBack>>) {
  return restorable.flatMap(({ id, title }) => {
    const problem = putBack.get(id) ?? null;
    return problem === null ? [] : [{ id, title, problem }];
  });
}

/** One reason for all that are left is said once. */
function replyOf(left: readonly EventTypeNotPutBack[]): ActionReply {
  const [first] = left;
  if (!first) return DONE;
  const reasons = new Set(left.map(({ problem }) => JSON.stringify(problem)));
  return refused(reasons.size === 1 ? first.problem : { problem: "eventTypes", notPutBack: [...left] });
}
