import { report } from "../../browser/report.ts";
import { sleep } from "../../browser/sleep.ts";
import { SHOULD_CHECK, type Trigger } from "../../core/schedule/schedule.ts";
import { readEffectiveSettings } from "../../storage/settings.ts";
import { readStatus, writableStatus } from "../../storage/status.ts";
import { type MonitoredAccount, monitoredAccounts } from "../monitored-accounts.ts";
import { type Checked, check, isBeingChecked, isOnline } from "./check.ts";

/** Between the checks of two accounts: somebody who waits for them gets them sooner. */
export const APART_MS = { waitedFor: 500, unattended: 1_500 };

/** An account that is to be checked, and how many ms from now at the earliest. */
export interface Turn {
  monitored: MonitoredAccount;
  notBefore: number;
}

/**
 * Checks several accounts, each some time after the start of the one before, whatever becomes of that one: so that Cal.com
 * is not asked about all of them at once. A check that is under way is joined. Settles when the last one is done, and never
 * rejects.
 * @param apartMs between the starts of two requests
 * @returns null for an account that something else has checked while it waited for its turn
 */
export async function checkInTurn(turns: readonly Turn[], apartMs: number): Promise<(Checked | null)[]> {
  const sorted = [...turns].sort((one, other) => one.notBefore - other.notBefore);
  let free = 0;
  return Promise.all(
    sorted.map(({ monitored, notBefore }) => {
      if (isBeingChecked(monitored.account.id)) return safely(() => check(monitored.account.id));
      const wait = Math.max(notBefore, free);
      free = wait + apartMs;
      return safely(() => checkAfter(wait, monitored));
    }),
  );
}

/** Checks the accounts that an trigger is a reason for. Settles when the last of them is done; never rejects for one. */
export async function checkOnTrigger(trigger: Trigger): Promise<void> {
  const { intervalMinutes } = await readEffectiveSettings();
  const at = { now: Date.now(), intervalMinutes, online: isOnline() };
  const accounts = (await monitoredAccounts()).filter(({ status }) => SHOULD_CHECK[trigger](status, at));
  await checkInTurn(
    accounts.map((monitored) => ({ monitored, notBefore: 0 })),
    APART_MS.unattended,
  );
}

async function checkAfter(waitMs: number, monitored: MonitoredAccount): Promise<Checked | null> {
  const { account } = monitored;
  if (waitMs > 0) {
    await sleep(waitMs);
    if (await isCheckedMeanwhile(monitored)) return null;
  }
  return check(account.id);
}

async function isCheckedMeanwhile({ account, status }: MonitoredAccount): Promise<boolean> {
  const now = writableStatus(await readStatus(account.id));
  return now !== null && now.state.lastAttemptAt !== status.state.lastAttemptAt;
}

async function safely(work: () => Promise<Checked | null>): Promise<Checked | null> {
  try {
    return await work();
  } catch (error) {
    report("An account could not be checked", error);
    return { kind: "notStored" };
  }
}
