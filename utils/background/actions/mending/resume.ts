import { report } from "../../../browser/report.ts";
import { mayGoOn, passedBy, timeOf } from "../../../core/clock.ts";
import { isUnderWay } from "../../../core/mending/find.ts";
import { connectionKey, connectionSubject } from "../../../core/model/subject.ts";
import { MINUTE } from "../../../core/time.ts";
import { readKey } from "../../../storage/key.ts";
import { type MonitoredAccount, monitoredAccounts } from "../../monitored-accounts.ts";
import { restoreEverything } from "./restore-everything.ts";
import { storeStatus } from "./store-mending.ts";

/** After that nobody waits for it any more: the person can begin it again. */
const RESUMED_MS = 30 * MINUTE;

/**
 * Goes on with putting everything back where a worker was ended in the middle of it. To be called when the worker starts, and at the
 * alarm, as there may have been no network then.
 */
export async function resumeRestoring(): Promise<void> {
  for (const one of await monitoredAccounts()) await resume(one);
}

async function resume({ account, status }: MonitoredAccount): Promise<void> {
  const time = timeOf(status, Date.now());
  const passed = passedBy(status, time);
  for (const mending of status.mendings) {
    const { restoringSince } = mending;
    if (restoringSince === null || !isUnderWay(mending)) continue;
    if (mayGoOn(restoringSince, RESUMED_MS, time)) {
      // Not waited for: other accounts have their own servers.
      restoreEverything(account.id, connectionSubject(mending)).catch((error: unknown) => {
        report("Putting everything back could not be resumed", error);
      });
      // After a jump of the clock the next check tells whether the machine was asleep that long.
    } else if (!mayGoOn(restoringSince, RESUMED_MS, passed))
      await giveUp({ account, status }, connectionKey(mending));
  }
}

async function giveUp({ account }: MonitoredAccount, key: string): Promise<void> {
  const asked = { account, key: await readKey(account) };
  await storeStatus(asked, (status) => ({
    ...status,
    mendings: status.mendings.map((one) =>
      connectionKey(one) === key ? { ...one, restoringSince: null, progress: null } : one,
    ),
  }));
}
