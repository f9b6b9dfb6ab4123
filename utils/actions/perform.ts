import type { ChangeResult } from "../cal-api/change.ts";
import type { ActionProblem, ActionReply } from "../messages/message.ts";
import { findAccount } from "../monitor/watched.ts";
import { report } from "../platform/report.ts";
import type { Memory } from "../status/memory.ts";
import type { Account } from "../store/account.ts";
import { readKey } from "../store/key.ts";
import { readStatus, statusToGoOn } from "../store/status.ts";
import { isAllowedToAsk } from "./allowed-to-ask.ts";
import { type Announced, announce } from "./announce.ts";
import { problemOf } from "./problem-of.ts";
import { readBack } from "./read-back.ts";
import { Turns } from "./turns.ts";

/** One change to ask Cal.com for. */
export interface Change {
  /** What the status is to expect from now on. */
  announced: Announced;
  send: (apiUrl: string, key: string) => Promise<ChangeResult>;
  /** Whether a memory shows what was wanted. */
  isShown: (memory: Memory) => boolean;
  /** Cal.com has nothing to change, since it is so already. */
  isDoneWhenNotFound?: true;
}

/** Decides, by what is known of the account, what is asked for, or why it can't be. */
export type Plan = (account: Account, memory: Memory) => Change | ActionProblem;

export const turns = new Turns();

/**
 * Asks Cal.com for a change, and reads back what became of it: one at a time for each account, over its own server. Before
 * anything is sent it is stored what the person wants, so that a worker that is ended in the middle leaves a check that is
 * due, and no change that passes for somebody else's.
 */
export function perform(accountId: string, plan: Plan): Promise<ActionReply> {
  return turns.take(accountId, async () => {
    try {
      return await run(accountId, plan);
    } catch (error) {
      report("An action could not be finished", error);
      return refused({ problem: "notStored" });
    }
  });
}

async function run(accountId: string, plan: Plan): Promise<ActionReply> {
  const account = await findAccount(accountId);
  if (!account) return refused({ problem: "accountGone" });
  const status = statusToGoOn(await readStatus(accountId));
  if (!status) return refused({ problem: "newerStore" });
  const change = plan(account, status.memory);
  if ("problem" in change) return refused(change);
  const obstacle = await isAllowedToAsk(account);
  if (obstacle) return refused(obstacle);
  const key = await readKey(account);
  if (key === null) return refused({ problem: "noKey" });

  const announced = await announce(accountId, change.announced);
  if (announced !== "stored")
    return refused({ problem: announced === "newer" ? "newerStore" : "accountGone" });
  const result = await change.send(account.apiUrl, key);
  const isDone = result.kind === "done" || (change.isDoneWhenNotFound && result.kind === "not-found");
  const seen = await readBack(accountId, isDone === true ? change.isShown : () => true);
  if (seen === "gone") return refused({ problem: "accountGone" });
  if (!isDone) return refused(problemOf(result as Exclude<ChangeResult, { kind: "done" }>));
  if (seen === "shown") return { ok: true };
  return refused({ problem: seen === "unread" ? "notReadBack" : "notShown" });
}

function refused(problem: ActionProblem): ActionReply {
  return { ok: false, problem };
}
