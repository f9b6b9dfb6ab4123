import { report } from "../../browser/report.ts";
import type { ActionProblem } from "../../core/actions/problem.ts";
import type { ActionReply } from "../../messaging/replies.ts";
import type { Committed } from "../../storage/commit.ts";

export const DONE: ActionReply = { ok: true };

export function refused(problem: ActionProblem): ActionReply {
  return { ok: false, problem };
}

/** Why a commit that found the account as it was asked for wrote nothing. */
export function problemOfCommit(committed: Exclude<Committed, "stored">): ActionProblem {
  return { problem: committed === "newer" ? "newerStore" : "accountGone" };
}

/** Whatever goes wrong on our side is answered, too. */
export async function safely(work: () => Promise<ActionReply>): Promise<ActionReply> {
  try {
    return await work();
  } catch (error) {
    report("An action could not be finished", error);
    return refused({ problem: "notStored" });
  }
}
