import { report } from "../../browser/report.ts";
import { planRestoring, planSelection } from "../../core/actions/plan.ts";
import { sameDestination } from "../../core/calendars/destination.ts";
import { inAccountTime, timeOf } from "../../core/clock.ts";
import { nextAct, withAct } from "../../core/keep-set-up/next-act.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { AutomaticChange } from "../../core/model/automatic.ts";
import { statusOf } from "../../core/model/records.ts";
import { calendarSubject, connectionSubject } from "../../core/model/subject.ts";
import { commit } from "../../storage/commit.ts";
import { readEffectiveSettings } from "../../storage/settings.ts";
import { readStatus, writableStatus } from "../../storage/status.ts";
import { monitoredAccounts } from "../monitored-accounts.ts";
import { restoreNow } from "./mending/restore-everything.ts";
import { performNow } from "./perform.ts";
import { findMonitored, keyToAsk } from "./precheck.ts";
import { serialQueue } from "./serial-queue.ts";

/** One at a time for each account, and what comes while one is under way is found by that one. */
const TURN = { scope: "keep-set-up", key: "" };

/**
 * Puts back what Cal.com's last answers show to be changed by Cal.com itself, for those who want that. Nothing is told of what
 * could not be put back: what is wrong stands, and is told of, as always. Settles when it is done; never rejects.
 */
export async function keepSetUp(): Promise<void> {
  try {
    if (!(await isWanted())) return;
    const due = (await monitoredAccounts()).filter(
      ({ status }) => nextAct(inAccountTime(status), timeOf(status, Date.now())) !== null,
    );
    await Promise.all(
      due.map(({ account }) => serialQueue.runOnce(account.id, TURN, () => putBack(account.id))),
    );
  } catch (error) {
    report("What is to be put back could not be", error);
  }
}

async function isWanted(): Promise<boolean> {
  return (await readEffectiveSettings()).keepSetUp;
}

/** One thing after the other, as the bounds allow. */
async function putBack(accountId: string): Promise<void> {
  for (;;) {
    const monitored = await findMonitored(accountId);
    // What can't be sent is not counted as tried.
    if ("problem" in monitored || "problem" in (await keyToAsk(monitored))) return;
    const act = await noteAct(accountId);
    if (!act) return;
    await act();
  }
}

/**
 * Stores that something is done by itself, before it is: whatever becomes of this worker, it is not done twice.
 * @returns null when nothing is to be done any more
 */
async function noteAct(accountId: string): Promise<(() => Promise<unknown>) | null> {
  let act: (() => Promise<unknown>) | null = null;
  await commit(async () => {
    const status = writableStatus(await readStatus(accountId));
    if (!status || !(await isWanted())) return null;
    const now = timeOf(status, Date.now());
    const change = nextAct(inAccountTime(status), now);
    if (!change) return null;
    act = () => carryOut(accountId, change, status.state);
    return { set: { [statusOf(accountId)]: withAct(status, change, now) } };
  });
  return act;
}

/** @param seen the state that this was decided by: a check may have come in since then, with a change that is the person's */
function carryOut(accountId: string, change: AutomaticChange, seen: AccountState): Promise<unknown> {
  switch (change.what) {
    case "everything":
      return restoreNow(accountId, connectionSubject(change));
    case "calendar":
      return performNow(
        accountId,
        planSelection("select-calendar", calendarSubject(change, change.externalId)),
      );
    case "destination": {
      const from = seen.destination.current;
      return performNow(accountId, (state) =>
        sameDestination(state.destination.current, from) ? planRestoring(state) : "done-already",
      );
    }
  }
}
