import { readKey } from "../storage/key.ts";
import { check } from "./checks/check.ts";
import { monitoredAccounts } from "./monitored-accounts.ts";

/**
 * Makes it known at once, not only at the next check, when a key was forgotten with the browser session. Without a key nobody
 * is asked anything.
 */
export async function noticeMissingKeys(): Promise<void> {
  for (const { account, status } of await monitoredAccounts()) {
    if (status.state.lastFailure?.reason === "no-key") continue;
    if ((await readKey(account)) === null) await check(account.id);
  }
}
