import type { CheckReply } from "../messages/message.ts";
import type { StatusRecord } from "../store/records.ts";
import { check, isBeingChecked } from "./check.ts";
import { rateLimitMs, sinceAttempt } from "./due.ts";
import { watchedAccounts } from "./watched.ts";

/** A person's clicks are obeyed this often, whatever became of the worker in between. */
const AT_MOST_EVERY_MS = 15_000;

/** Checks all accounts because the person asks. A backoff is no obstacle, but Cal.com's own wish to be left alone is. */
export async function checkNow(): Promise<CheckReply> {
  const accounts = await watchedAccounts();
  const now = Date.now();
  const waits = accounts.map(({ account, status }) => (isBeingChecked(account.id) ? 0 : waitMs(status, now)));
  const shortest = Math.min(...waits);
  if (accounts.length > 0 && shortest > 0) {
    return { ok: false, tooSoon: { waitSeconds: Math.ceil(shortest / 1000) } };
  }
  await Promise.all(accounts.map(({ account }, place) => (waits[place] === 0 ? check(account.id) : null)));
  return { ok: true };
}

function waitMs(status: StatusRecord, now: number): number {
  const again = AT_MOST_EVERY_MS - sinceAttempt(status.memory, now);
  return Math.max(again, rateLimitMs(status, now), 0);
}
