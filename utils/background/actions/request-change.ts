import { report } from "../../browser/report.ts";
import { type CalendarName, CHANGE_REQUESTS, type ChangeResult } from "../../cal-api/change.ts";
import type { Change } from "../../core/actions/plan.ts";
import { type ActionProblem, problemOf } from "../../core/actions/problem.ts";
import { timeOf } from "../../core/clock.ts";
import type { PendingId, Performed } from "../../core/model/actions.ts";
import type { StatusRecord } from "../../core/model/records.ts";
import { isBackingOff, OUTCOME_DUE_MS } from "../../core/schedule/schedule.ts";
import { type Committed, commit } from "../../storage/commit.ts";
import { readStatus, writableStatus } from "../../storage/status.ts";
import { abandonCheck } from "../checks/check.ts";
import { isAccountUnchanged, type RequestContext } from "../checks/is-account-unchanged.ts";
import { recordsAfterAction } from "../user-actions/records-after-action.ts";
import { isRateLimited, rememberRateLimit } from "./precheck.ts";
import type { Certainty } from "./read-back.ts";
import { problemOfCommit } from "./reply.ts";

const REQUESTS: Record<
  PendingId,
  (apiUrl: string, key: string, calendar: CalendarName) => Promise<ChangeResult>
> = CHANGE_REQUESTS;

/** Whom Cal.com is asked about, with a key that there is. */
export type Asked = RequestContext & { key: string };

/** What Cal.com said to a change, and how sure it is by that that it was made. */
export interface Requested {
  result: ChangeResult;
  certainty: Certainty;
}

/** What else is stored with what the person wants. */
type Alongside = (status: StatusRecord) => StatusRecord;

/**
 * Asks Cal.com for one change. What became of it is yet to be read back. Before anything is sent it is stored what the person
 * wants, so that a worker that is ended in the middle leaves a check that is due, and no change that passes for somebody else's.
 * @returns a problem when nothing was asked for, or Cal.com wants to be left alone
 */
export async function requestChange(
  asked: Asked,
  change: Change,
  alongside: Alongside = (status) => status,
): Promise<Requested | ActionProblem> {
  const announced = await announce(asked, change.announced, alongside);
  if (announced !== "stored") return problemOfCommit(announced);
  const startedAt = performance.now();
  const result = await REQUESTS[change.announced.action](asked.account.apiUrl, asked.key, change.calendar);
  if (isRateLimited(result)) {
    // What it shows now has to wait.
    await rememberRateLimit(asked, result, performance.now() - startedAt);
    return problemOf(result);
  }
  const certainty = certaintyOf(result, change);
  if (certainty !== "not-done") {
    // From now on: the request itself may have taken longer than a change is waited for.
    const again = await announceAgain(asked, change.announced);
    if (again !== "stored" && again !== "failed") return problemOfCommit(again);
  }
  return { result, certainty };
}

/** Cal.com has been asked by now: that it can't be stored must not keep anybody from learning what became of that. */
function announceAgain(asked: RequestContext, action: Performed<PendingId>): Promise<Committed | "failed"> {
  return announce(asked, action, (status) => status).catch((error: unknown) => {
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

/**
 * Stores what the person wants, and that it is to be looked at soon even if nobody lives to do it at once. The history tells
 * of it when an answer shows it. The answer to a check that is under way is not waited for: it may be from before the change, and
 * would pass for a later one.
 * @returns `nothing` when the account is gone, or has another key
 */
function announce(
  asked: RequestContext,
  action: Performed<PendingId>,
  alongside: Alongside,
): Promise<Committed> {
  const { id } = asked.account;
  return commit(async () => {
    const before = writableStatus(await readStatus(id));
    if (!before || !(await isAccountUnchanged(asked))) return null;
    abandonCheck(id);
    const now = Date.now();
    const status = alongside({ ...before, nextCheckAt: soon(before, now) });
    return { set: await recordsAfterAction(id, status, { action, journal: [] }, timeOf(status, now)) };
  });
}

/** When it is looked at what became of a change, should nobody live to do it at once. A backoff is not shortened for it. */
export function soon(status: StatusRecord, now: number): number {
  const due = status.nextCheckAt ?? now;
  return isBackingOff(status, now) ? due : Math.min(due, now + OUTCOME_DUE_MS);
}
