import { cooldownMs, rateLimitMs } from "../../core/schedule/schedule.ts";
import type { CheckReply } from "../../messaging/replies.ts";
import { monitoredAccounts } from "../monitored-accounts.ts";
import { APART_MS, checkInTurn } from "./check-in-turn.ts";

/**
 * Checks all accounts because the person asks. A click that comes too early is obeyed as soon as it may be: Cal.com keeps an
 * answer for 10 s, so that asking at once would only bring the old one. A backoff is no obstacle, but Cal.com's own wish to
 * be left alone is.
 */
export async function checkNow(): Promise<CheckReply> {
  const accounts = await monitoredAccounts();
  const now = Date.now();
  const allowed = accounts.filter(({ status }) => rateLimitMs(status, now) === 0);
  if (accounts.length > 0 && allowed.length === 0) {
    const shortest = Math.min(...accounts.map(({ status }) => rateLimitMs(status, now)));
    return { ok: false, tooSoon: { waitSeconds: Math.ceil(shortest / 1000) } };
  }
  // Where several clicks wait for the same moment, `check` makes one request of them.
  const turns = allowed.map((monitored) => ({
    monitored,
    notBefore: cooldownMs(monitored.status.state, now),
  }));
  const checked = await checkInTurn(turns, APART_MS.waitedFor);
  return checked.some((one) => one?.kind === "notStored") ? { ok: false, notStored: true } : { ok: true };
}
