import { report } from "../../browser/report.ts";
import type { Changes } from "../../core/model/changes.ts";
import { statusOf } from "../../core/model/records.ts";
import { commit } from "../../storage/commit.ts";
import { readKey } from "../../storage/key.ts";
import { readStatus, writableStatus } from "../../storage/status.ts";
import { clearUnstored } from "../../storage/unstored.ts";
import { findAccount } from "../monitored-accounts.ts";
import { ask } from "./ask.ts";
import { type AskedWith, isAccountUnchanged } from "./is-account-unchanged.ts";
import { recordCheckCrash } from "./record-check-crash.ts";
import { type CheckedWith, recordsAfter } from "./records-after-check.ts";
import { SingleFlight } from "./single-flight.ts";

/** What became of a check. */
export type Checked =
  /** The store has what it said. `changes` is what the person may have to be told. */
  | { kind: "checked"; changes: Changes }
  /** The account was changed or removed meanwhile, or it was abandoned, so the answer is about something else. */
  | { kind: "dropped" }
  /** Nothing it found is stored: a later version of the extension wrote the record, the store fails, or we do. */
  | { kind: "notStored" };

const flights = new SingleFlight<Checked>();

/** Checks one account. Never throws. While a check of it is under way, everybody gets the answer of that one. */
export function check(accountId: string): Promise<Checked> {
  return flights.run(accountId, async (signal) => {
    try {
      return await run(accountId, signal);
    } catch (error) {
      report("A check could not be finished", error);
      await recordCheckCrash(accountId, error);
      return { kind: "notStored" };
    }
  });
}

export const isBeingChecked = (accountId: string) => flights.isUnderWay(accountId);

/**
 * To be called when the account's key was replaced, it was removed, or Cal.com is being asked for a change: the answer to come
 * is of no use, and is dropped.
 */
export const abandonCheck = (accountId: string) => flights.abandon(accountId);

async function run(accountId: string, signal: AbortSignal): Promise<Checked> {
  const account = await findAccount(accountId);
  if (!account) return { kind: "dropped" };
  if (!writableStatus(await readStatus(accountId))) return { kind: "notStored" };
  const key = await readKey(account);
  const startedAt = performance.now();
  const observation = await ask(account, key, signal);
  const asked = { accountId, observation, ms: Math.round(performance.now() - startedAt) };
  return remember({ account, key }, asked, signal);
}

async function remember(askedWith: AskedWith, asked: CheckedWith, signal: AbortSignal): Promise<Checked> {
  const { account } = askedWith;
  let checked: Checked = { kind: "dropped" };
  const committed = await commit(async () => {
    if (!(await isAccountUnchanged(askedWith))) return null;
    if (signal.aborted) return null;
    const status = writableStatus(await readStatus(account.id));
    if (!status) return null;
    const after = await recordsAfter(status, asked);
    checked = { kind: "checked", changes: after.changes };
    return { set: { [statusOf(account.id)]: after.status, ...after.others } };
  });
  if (committed === "stored") await clearUnstored(account.id);
  return committed === "newer" ? { kind: "notStored" } : checked;
}
