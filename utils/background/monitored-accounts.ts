import type { Account } from "../core/account.ts";
import type { StatusRecord } from "../core/records.ts";
import { readAccounts } from "../storage/accounts.ts";
import { usable } from "../storage/decode.ts";
import { readStatuses, statusToGoOn } from "../storage/status.ts";

/** An account that can be checked, with what is known of it. */
export interface Watched {
  account: Account;
  status: StatusRecord;
}

/** All accounts but those whose state a later version of the extension wrote: that one is not ours to change. */
export async function watchedAccounts(): Promise<Watched[]> {
  const accounts = usable(await readAccounts())?.accounts ?? [];
  const statuses = await readStatuses(accounts.map(({ id }) => id));
  return accounts.flatMap((account) => {
    const read = statuses.get(account.id);
    const status = read ? statusToGoOn(read) : null;
    return status ? [{ account, status }] : [];
  });
}

/** @returns undefined when it was removed, or the list of accounts can't be read */
export async function findAccount(accountId: string): Promise<Account | undefined> {
  return usable(await readAccounts())?.accounts.find(({ id }) => id === accountId);
}
