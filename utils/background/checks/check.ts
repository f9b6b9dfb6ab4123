import { hasAccess, originPattern } from "../../browser/access.ts";
import { report } from "../../browser/report.ts";
import { fetchCalendars } from "../../cal-api/client.ts";
import type { FailedObservation, Failure, Observation } from "../../cal-api/observation.ts";
import type { Account } from "../../core/model/account.ts";
import type { Changes } from "../../core/model/changes.ts";
import { statusOf } from "../../core/model/records.ts";
import { commit } from "../../storage/commit.ts";
import { readKey } from "../../storage/key.ts";
import { readStatus, writableStatus } from "../../storage/status.ts";
import { clearUnstored } from "../../storage/unstored.ts";
import { findAccount } from "../monitored-accounts.ts";
import { isAccountUnchanged, type RequestContext } from "./is-account-unchanged.ts";
import { readEventTypesBeside } from "./read-event-types.ts";
import { recordCheckCrash } from "./record-check-crash.ts";
import { type RequestResult, recordsAfter } from "./records-after-check.ts";

/** What is under way, by account. Lost with the worker, on purpose: nothing then believes that a check still runs. */
class SingleFlight<T> {
  readonly #flights = new Map<string, { landed: Promise<T>; stop: AbortController }>();

  /** Starts `work`, or joins what is already under way for this account. */
  run(accountId: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const underWay = this.#flights.get(accountId);
    if (underWay) return underWay.landed;
    const stop = new AbortController();
    const landed = work(stop.signal).finally(() => this.#end(accountId, stop));
    this.#flights.set(accountId, { landed, stop });
    return landed;
  }

  isUnderWay(accountId: string): boolean {
    return this.#flights.has(accountId);
  }

  /** Ends what is under way: the account is not any more what it was started for. The next one starts afresh. */
  abandon(accountId: string): void {
    this.#flights.get(accountId)?.stop.abort();
    this.#flights.delete(accountId);
  }

  #end(accountId: string, stop: AbortController): void {
    if (this.#flights.get(accountId)?.stop === stop) this.#flights.delete(accountId);
  }
}

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
  const ms = Math.round(performance.now() - startedAt);
  const asking = { accountId, apiUrl: account.apiUrl, key: key ?? "", signal };
  const eventTypes = await readEventTypesBeside(observation, asking);
  return remember({ account, key }, { accountId, observation, ms, eventTypes }, signal);
}

/**
 * Asks Cal.com for the calendars of an account, unless it is plain that there can be no answer.
 * @param key null when it was forgotten with the browser session
 */
async function ask(account: Account, key: string | null, signal: AbortSignal): Promise<Observation> {
  if (key === null) return failed({ reason: "no-key" });
  if (!(await hasAccess(originPattern(account.apiUrl)))) return failed({ reason: "no-permission" });
  if (!isOnline()) return failed({ reason: "offline" });
  return fetchCalendars(account.apiUrl, key, { signal });
}

/** false only when the browser is sure that there is no network. */
export function isOnline(): boolean {
  return navigator.onLine !== false;
}

function failed(failure: Failure): FailedObservation {
  return { kind: "failure", failure, retryAfterSeconds: null };
}

async function remember(
  askedWith: RequestContext,
  asked: RequestResult,
  signal: AbortSignal,
): Promise<Checked> {
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
