import { report } from "../../browser/report.ts";
import type { ActionProblem } from "../../core/actions/problem.ts";
import { type ActionRequest, keyOf, scopeOf } from "../../core/actions/request.ts";
import type { ActionReply } from "../../messaging/replies.ts";
import type { Committed } from "../../storage/commit.ts";
import { serialQueue } from "./serial-queue.ts";

export const DONE: ActionReply = { ok: true };

export function refused(problem: ActionProblem): ActionReply {
  return { ok: false, problem };
}

/** Why a commit that found the account as it was asked for wrote nothing. */
export function problemOfCommit(committed: Exclude<Committed, "stored">): ActionProblem {
  return { problem: committed === "newer" ? "newerStore" : "accountGone" };
}

/**
 * Does what is asked for in its turn, once for a second click. Whatever goes wrong on our side is answered, too.
 * @param queue whose turn is waited for
 */
export function inTurn(
  request: ActionRequest,
  work: () => Promise<ActionReply>,
  queue = serialQueue,
): Promise<ActionReply> {
  const mutation = { scope: scopeOf(request), key: keyOf(request) };
  return queue.runOnce(request.accountId, mutation, async () => {
    try {
      return await work();
    } catch (error) {
      report("An action could not be finished", error);
      return refused({ problem: "notStored" });
    }
  });
}
