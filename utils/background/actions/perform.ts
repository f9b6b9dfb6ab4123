import type { ChangeResult } from "../../cal-api/change.ts";
import type { Plan } from "../../core/actions/plan.ts";
import { problemOf } from "../../core/actions/problem.ts";
import type { ActionRequest } from "../../core/actions/request.ts";
import type { ActionReply } from "../../messaging/replies.ts";
import { findMonitored, keyToAsk } from "./precheck.ts";
import { readBack, type Seen } from "./read-back.ts";
import { DONE, inTurn, refused } from "./reply.ts";
import { requestChange } from "./request-change.ts";

/** Asks Cal.com for a change, and reads back what became of it: one at a time for each account, over its own server. */
export function perform(request: ActionRequest, plan: Plan): Promise<ActionReply> {
  return inTurn(request, () => performNow(request.accountId, plan));
}

/** The same, of whoever's turn it is. */
export async function performNow(accountId: string, plan: Plan): Promise<ActionReply> {
  const monitored = await findMonitored(accountId);
  if ("problem" in monitored) return refused(monitored);
  const change = plan(monitored.status.state);
  if (change === "done-already") return DONE;
  if ("problem" in change) return refused(change);
  const allowed = await keyToAsk(monitored);
  if ("problem" in allowed) return refused(allowed);
  const requested = await requestChange({ account: monitored.account, key: allowed.key }, change);
  if ("problem" in requested) return refused(requested);
  const { result, certainty } = requested;
  const seen = await readBack(accountId, change.look, certainty);
  const isUntold = change.isUnseen === true && result.kind !== "done" && seen !== "account-gone";
  return isUntold ? refused(problemOf(result)) : replyOf(result, seen);
}

/** What Cal.com shows counts more than what it said. */
function replyOf(result: ChangeResult, seen: Seen): ActionReply {
  if (seen === "wanted") return DONE;
  if (seen === "account-gone") return refused({ problem: "accountGone" });
  if (result.kind !== "done") return refused(problemOf(result));
  if (seen === "lost") return refused({ problem: "calendarGone" });
  return refused({ problem: seen === "old" ? "notShown" : "notReadBack" });
}
