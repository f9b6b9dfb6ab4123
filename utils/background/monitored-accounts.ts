import type { Account } from "../core/model/account.ts";
import type { StatusRecord } from "../core/model/records.ts";
import { readAccounts } from "../storage/accounts.ts";
import { valueOrNull } from "../storage/decode.ts";
import { readStatuses, writableStatus } from "../storage/status.ts";

/** An account that can be checked, with what is known of it. */
export interface MonitoredAccount {
  account: Account;
  status: StatusRecord;
}

/** All accounts but those whose state a later version of the extension wrote: that one is not ours to change. */
export async function monitoredAccounts(): Promise<MonitoredAccount[]> {
  const accounts = valueOrNull(await readAccounts())?.accounts ?? [];
  const statuses = await readStatuses(accounts.map(({ id }) => id));
  return accounts.flatMap((account) => {
    const read = statuses.get(account.id);
    const status = read ? writableStatus(read) : null;
    return status ? [{ account, status }] : [];
  });
}

/** @returns undefined when it was removed, or the list of accounts can't be read */
export async function findAccount(accountId: string): Promise<Account | undefined> {
  return valueOrNull(await readAccounts())?.accounts.find(({ id }) => id === accountId);
}
