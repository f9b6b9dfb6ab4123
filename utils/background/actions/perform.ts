import { report } from "../../browser/report.ts";
import type { ChangeResult } from "../../cal-api/change.ts";
import type { ActionProblem } from "../../core/actions/problem.ts";
import { problemOf } from "../../core/actions/problem-of.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { ActionReply } from "../../messaging/replies.ts";
import type { Committed } from "../../storage/commit.ts";
import type { AskedWith } from "../checks/is-account-unchanged.ts";
import type { MonitoredAccount } from "../monitored-accounts.ts";
import { markPending, type PendingRequest } from "./mark-pending.ts";
import { findWatched, keyToAsk } from "./precheck.ts";
import { isRateLimited, rememberRateLimit } from "./rate-limit.ts";
import { type Certainty, readBack, type Seen, type Shown } from "./read-back.ts";
import { DONE, problemOfCommit, refused, safely } from "./reply.ts";
import { type MutationKey, serialQueue } from "./serial-queue.ts";

/** One change to ask Cal.com for. */
export interface Change {
  /** What the status is to expect from now on. */
  announced: PendingRequest;
  send: (apiUrl: string, key: string) => Promise<ChangeResult>;
  /** What a state shows of it. */
  look: (state: AccountState) => Shown;
  /** "Not found" may also mean that there is nothing to change. */
  mayBeDoneWhenNotFound?: true;
}

/** Decides, by what is known of the account, what is asked for, that there is nothing to do, or why it can't be done. */
export type Plan = (state: AccountState) => Change | "done-already" | ActionProblem;

/**
 * Asks Cal.com for a change, and reads back what became of it: one at a time for each account, over its own server. Before
 * anything is sent it is stored what the person wants, so that a worker that is ended in the middle leaves a check that is
 * due, and no change that passes for somebody else's.
 */
export function perform(accountId: string, mutation: MutationKey, plan: Plan): Promise<ActionReply> {
  return serialQueue.runOnce(accountId, mutation, () => safely(() => run(accountId, plan)));
}

async function run(accountId: string, plan: Plan): Promise<ActionReply> {
  const watched = await findWatched(accountId);
  if ("problem" in watched) return refused(watched);
  const change = plan(watched.status.state);
  if (change === "done-already") return DONE;
  if ("problem" in change) return refused(change);
  const allowed = await keyToAsk(watched);
  if ("problem" in allowed) return refused(allowed);
  return ask(watched, allowed.key, change);
}

async function ask({ account }: MonitoredAccount, key: string, change: Change): Promise<ActionReply> {
  const asked = { account, key };
  const announced = await markPending(asked, change.announced);
  if (announced !== "stored") return refused(problemOfCommit(announced));
  const startedAt = performance.now();
  const result = await change.send(account.apiUrl, key);
  if (isRateLimited(result)) {
    // What it shows now has to wait.
    await rememberRateLimit(asked, result, performance.now() - startedAt);
    return refused(problemOf(result));
  }

  const certainty = certaintyOf(result, change);
  if (certainty !== "not-done") {
    // From now on: the request itself may have taken longer than a change is waited for.
    const again = await announceAgain(asked, change.announced);
    if (again !== "stored" && again !== "failed") return refused(problemOfCommit(again));
  }
  return replyOf(result, await readBack(account.id, change.look, certainty));
}

/** Cal.com has been asked by now: that it can't be stored must not keep anybody from learning what became of that. */
function announceAgain(asked: AskedWith, action: PendingRequest): Promise<Committed | "failed"> {
  return markPending(asked, action).catch((error: unknown) => {
    report("A change could not be stored", error);
    return "failed" as const;
  });
}

/** Where there was no answer that tells, Cal.com may do it all the same. */
function certaintyOf({ kind }: ChangeResult, { mayBeDoneWhenNotFound }: Change): Certainty {
  if (kind === "done") return "done";
  if (kind === "failure") return "perhaps";
  return kind === "not-found" && mayBeDoneWhenNotFound ? "perhaps" : "not-done";
}

/** What Cal.com shows counts more than what it said. */
function replyOf(result: ChangeResult, seen: Seen): ActionReply {
  if (seen === "wanted") return DONE;
  if (seen === "account-gone") return refused({ problem: "accountGone" });
  if (result.kind !== "done") return refused(problemOf(result));
  if (seen === "lost") return refused({ problem: "calendarGone" });
  return refused({ problem: seen === "old" ? "notShown" : "notReadBack" });
}
