import { serverOf } from "../../cal-api/server-of.ts";
import type { Account } from "../../core/model/account.ts";
import { readKey } from "../../storage/key.ts";

/** The account on one of these servers that already has this key: no need to ask Cal.com. @param apiUrls API roots */
export async function duplicateByKey(
  accounts: readonly Account[],
  apiUrls: readonly string[],
  key: string,
): Promise<Account | undefined> {
  const servers = new Set(apiUrls.map(serverOf));
  for (const account of accounts) {
    if (servers.has(serverOf(account.apiUrl)) && (await readKey(account)) === key) return account;
  }
  return undefined;
}

/** The account of this user on this server: a second key of the same person shows the same calendars. */
export function duplicateByUser(
  accounts: readonly Account[],
  apiUrl: string,
  userId: number,
): Account | undefined {
  const server = serverOf(apiUrl);
  return accounts.find(({ apiUrl, user }) => serverOf(apiUrl) === server && user.id === userId);
}
