import { report } from "../../browser/report.ts";
import { type CalendarName, CHANGE_REQUESTS, type ChangeResult } from "../../cal-api/change.ts";
import type { Change, Plan } from "../../core/actions/plan.ts";
import { problemOf } from "../../core/actions/problem.ts";
import type { ActionRequest } from "../../core/actions/request.ts";
import type { PendingId, Performed } from "../../core/model/actions.ts";
import { isBackingOff, OUTCOME_DUE_MS } from "../../core/schedule/schedule.ts";
import type { ActionReply } from "../../messaging/replies.ts";
import { type Committed, commit } from "../../storage/commit.ts";
import { readStatus, writableStatus } from "../../storage/status.ts";
import { abandonCheck } from "../checks/check.ts";
import { isAccountUnchanged, type RequestContext } from "../checks/is-account-unchanged.ts";
import type { MonitoredAccount } from "../monitored-accounts.ts";
import { recordsAfterAction } from "../user-actions/records-after-action.ts";
import { findMonitored, isRateLimited, keyToAsk, rememberRateLimit } from "./precheck.ts";
import { type Certainty, readBack, type Seen } from "./read-back.ts";
import { DONE, inTurn, problemOfCommit, refused } from "./reply.ts";

const REQUESTS: Record<
  PendingId,
  (apiUrl: string, key: string, calendar: CalendarName) => Promise<ChangeResult>
> = CHANGE_REQUESTS;

/**
 * Asks Cal.com for a change, and reads back what became of it: one at a time for each account, over its own server. Before
 * anything is sent it is stored what the person wants, so that a worker that is ended in the middle leaves a check that is
 * due, and no change that passes for somebody else's.
 */
export function perform(request: ActionRequest, plan: Plan): Promise<ActionReply> {
  return inTurn(request, () => performNow(request.accountId, plan));
}

/** The same within a turn of the account. */
export async function performNow(accountId: string, plan: Plan): Promise<ActionReply> {
  const monitored = await findMonitored(accountId);
  if ("problem" in monitored) return refused(monitored);
  const change = plan(monitored.status.state);
  if (change === "done-already") return DONE;
  if ("problem" in change) return refused(change);
  const allowed = await keyToAsk(monitored);
  if ("problem" in allowed) return refused(allowed);
  return ask(monitored, allowed.key, change);
}

async function ask({ account }: MonitoredAccount, key: string, change: Change): Promise<ActionReply> {
  const asked = { account, key };
  const announced = await markPending(asked, change.announced);
  if (announced !== "stored") return refused(problemOfCommit(announced));
  const startedAt = performance.now();
  const result = await REQUESTS[change.announced.action](account.apiUrl, key, change.calendar);
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
function announceAgain(asked: RequestContext, action: Performed<PendingId>): Promise<Committed | "failed"> {
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

/**
 * Stores what the person wants, and that it is to be looked at soon even if nobody lives to do it at once. The history tells
 * of it when an answer shows it. A backoff is not shortened for it. The answer to a check that is under way is not waited for: it
 * may be from before the change, and would pass for a later one.
 * @returns `nothing` when the account is gone, or has another key
 */
function markPending(asked: RequestContext, action: Performed<PendingId>): Promise<Committed> {
  const { id } = asked.account;
  return commit(async () => {
    const before = writableStatus(await readStatus(id));
    if (!before || !(await isAccountUnchanged(asked))) return null;
    abandonCheck(id);
    const now = Date.now();
    const due = before.nextCheckAt ?? now;
    const nextCheckAt = isBackingOff(before, now) ? due : Math.min(due, now + OUTCOME_DUE_MS);
    return { set: await recordsAfterAction(id, { ...before, nextCheckAt }, { action, journal: [] }, now) };
  });
}
