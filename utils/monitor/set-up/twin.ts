import type { Account } from "../../store/account.ts";
import { readKey } from "../../store/key.ts";

/** The account on one of these servers that already has this key: no need to ask Cal.com. */
export async function accountWithKey(
  accounts: readonly Account[],
  apiUrls: readonly string[],
  key: string,
): Promise<Account | undefined> {
  for (const account of accounts) {
    if (apiUrls.includes(account.apiUrl) && (await readKey(account)) === key) return account;
  }
  return undefined;
}

/** The account of this user on this server: a second key of the same person shows the same calendars. */
export function accountOfUser(
  accounts: readonly Account[],
  apiUrl: string,
  userId: number,
): Account | undefined {
  return accounts.find((account) => account.apiUrl === apiUrl && account.user.id === userId);
}
