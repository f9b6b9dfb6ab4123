import type { CheckReply } from "../messages/message.ts";
import { sleep } from "../platform/sleep.ts";
import { type Checked, check, isBeingChecked } from "./check.ts";
import { rateLimitMs, sinceAttempt } from "./due.ts";
import { type Watched, watchedAccounts } from "./watched.ts";

/** An account is asked this often at most, whatever became of the worker in between. */
const AT_MOST_EVERY_MS = 15_000;

/**
 * Checks all accounts because the person asks. A click that comes too early is obeyed as soon as it may be: Cal.com keeps an
 * answer for 10 s, so that asking at once would only bring the old one. A backoff is no obstacle, but Cal.com's own wish to
 * be left alone is.
 */
export async function checkNow(): Promise<CheckReply> {
  const accounts = await watchedAccounts();
  const now = Date.now();
  const allowed = accounts.filter(({ status }) => rateLimitMs(status, now) === 0);
  if (accounts.length > 0 && allowed.length === 0) {
    const shortest = Math.min(...accounts.map(({ status }) => rateLimitMs(status, now)));
    return { ok: false, tooSoon: { waitSeconds: Math.ceil(shortest / 1000) } };
  }
  const checked = await Promise.all(allowed.map((watched) => checkWhenAllowed(watched, now)));
  return checked.some(({ kind }) => kind === "notStored") ? { ok: false, notStored: true } : { ok: true };
}

/** Where several clicks wait for the same moment, `check` makes one request of them. */
async function checkWhenAllowed({ account, status }: Watched, now: number): Promise<Checked> {
  const early = AT_MOST_EVERY_MS - sinceAttempt(status.memory, now);
  if (early > 0 && !isBeingChecked(account.id)) await sleep(early);
  return check(account.id);
}
