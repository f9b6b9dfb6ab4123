import { hasAccess, originPattern } from "../../browser/access.ts";
import { fetchCalendars } from "../../cal-api/client.ts";
import type { FailedObservation, Failure, Observation } from "../../cal-api/observation.ts";
import type { Account } from "../../core/model/account.ts";

/**
 * Asks Cal.com for the calendars of an account, unless it is plain that there can be no answer.
 * @param key null when it was forgotten with the browser session
 */
export async function ask(account: Account, key: string | null, signal: AbortSignal): Promise<Observation> {
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
