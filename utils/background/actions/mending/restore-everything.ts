import { report } from "../../../browser/report.ts";
import type { ActionProblem } from "../../../core/actions/problem.ts";
import { timeOf } from "../../../core/clock.ts";
import type { JournalEntry } from "../../../core/history/record-actions.ts";
import { homeOf, mendingOf } from "../../../core/mending/find.ts";
import { type RestorePlan, restorePlan } from "../../../core/mending/restore-plan.ts";
import type { Mending, NotPutBack } from "../../../core/model/mending.ts";
import type { StatusRecord } from "../../../core/model/records.ts";
import { type ConnectionSubject, connectionSubject } from "../../../core/model/subject.ts";
import type { ActionReply } from "../../../messaging/replies.ts";
import { readEffectiveSettings } from "../../../storage/settings.ts";
import { findMonitored, keyToAsk } from "../precheck.ts";
import { DONE, inTurn, problemOfCommit, refused } from "../reply.ts";
import { type Asked, soon } from "../request-change.ts";
import { actUnderWay, withActTold, withoutAct } from "./act-under-way.ts";
import { checkedStatus } from "./fresh-status.ts";
import { askForAll } from "./restore-all.ts";
import { restoreSteps } from "./restore-steps.ts";
import { storeStatus, withEventTypesDue, withMending } from "./store-mending.ts";

/**
 * Puts back all that went with a broken connection, one change after the other, and reads it back once. What can't be put back is
 * stored with why. That it is under way is stored before, so that a worker that is ended in the middle goes on: it is planned anew by
 * what Cal.com shows then.
 */
export function restoreEverything(accountId: string, connection: ConnectionSubject): Promise<ActionReply> {
  return inTurn({ type: "restore-everything", accountId, connection }, () =>
    restoreNow(accountId, connection),
  );
}

/** The same, of whoever's turn it is; without the person, where it is noted to be under way so. */
export async function restoreNow(accountId: string, connection: ConnectionSubject): Promise<ActionReply> {
  const before = await findMonitored(accountId);
  if ("problem" in before) return refused(before);
  if (!mendingOf(before.status.mendings, connection)) return refused({ problem: "nothingToMend" });
  const allowed = await keyToAsk(before);
  if ("problem" in allowed) return refused(allowed);
  const asked = { account: before.account, key: allowed.key };
  const begun = await storeStatus(asked, (status) => beginning(status, connection));
  if (begun !== "stored") return refused(problemOfCommit(begun));
  let restored: Restored = { problem: null, notPutBack: [], isDone: false };
  try {
    restored = await restore(asked, connection);
  } finally {
    await end(asked, connection, restored);
  }
  return restored.problem ? refused(restored.problem) : DONE;
}

interface Restored {
  /** Why it did not come to its end, or what could not be put back first of all. */
  problem: ActionProblem | null;
  notPutBack: NotPutBack[];
  /** Something was put back, and nothing failed. */
  isDone: boolean;
}

/** What event types have is asked for as well, and it is looked at soon what became of it. */
function beginning(status: StatusRecord, connection: ConnectionSubject): StatusRecord {
  const now = Date.now();
  const begun = withMending(status, connection, (mending) => ({
    ...mending,
    restoringSince: mending.restoringSince ?? timeOf(status, now),
    progress: null,
    notPutBack: [],
  }));
  return withEventTypesDue({ ...begun, nextCheckAt: soon(status, now) });
}

async function restore(asked: Asked, connection: ConnectionSubject): Promise<Restored> {
  const nothing = { notPutBack: [], isDone: false };
  const fresh = await checkedStatus(asked.account.id);
  if ("problem" in fresh) return { ...nothing, problem: fresh };
  const mending = mendingOf(fresh.mendings, connection);
  // It may have turned out that all is as before.
  if (!mending) return { ...nothing, problem: null };
  if (homeOf(fresh.state, mending) === null) return { ...nothing, problem: { problem: "noSuccessor" } };
  const plan = planFor(mending, fresh);
  const steps = restoreSteps(plan, fresh.state);
  const { problem, failed, done } = await askForAll(asked, connection, steps);
  const notPutBack = [...plan.cannot, ...failed];
  return {
    problem: problem ?? failed[0]?.problem ?? null,
    notPutBack,
    isDone: done > 0 && failed.length === 0,
  };
}

/** Without the person, bookings are put back only as long as it is Cal.com that sent them elsewhere. */
function planFor(mending: Mending, { state, automatic }: StatusRecord): RestorePlan {
  const plan = restorePlan(mending, state);
  const act = actUnderWay(automatic, mending);
  return !act || (act.withBookings && automatic.rewrite) ? plan : { ...plan, destination: null };
}

async function end(
  asked: Asked,
  connection: ConnectionSubject,
  { notPutBack, isDone }: Restored,
): Promise<void> {
  const over = (status: StatusRecord) =>
    withoutAct(
      withMending(status, connection, (mending) => ({
        ...mending,
        restoringSince: null,
        progress: null,
        // What has turned out to be as before lacks nothing.
        notPutBack: mending.ended === null ? notPutBack : [],
      })),
      connection,
    );
  const { notifications } = await readEffectiveSettings();
  const told = (status: StatusRecord) => (isDone && notifications ? withActTold(status, connection) : status);
  const journal = (status: StatusRecord): JournalEntry[] => {
    const byItself = actUnderWay(status.automatic, connection) ? ({ byItself: true } as const) : {};
    const subject = connectionSubject(connection);
    return isDone ? [{ action: "restore-everything", subject, ...byItself }] : [];
  };
  // What was put back is, whether this can be stored or not; the next start of the worker looks at it again.
  await storeStatus(asked, (status) => over(told(status)), journal).catch((error: unknown) => {
    report("The end of putting everything back could not be stored", error);
  });
}
