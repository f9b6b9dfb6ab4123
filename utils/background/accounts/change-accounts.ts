import type { Account } from "../../core/model/account.ts";
import { ACCOUNTS } from "../../core/model/records.ts";
import type { DoneReply } from "../../messaging/replies.ts";
import { readAccounts } from "../../storage/accounts.ts";
import { commit } from "../../storage/commit.ts";
import { valueOrNull } from "../../storage/decode.ts";

/**
 * Changes the list of accounts for one that is in it.
 * @param change gives the whole list as it is to be; the same one when there is nothing to do
 * @returns not ok when the account is gone, or a later version of the extension wrote the list
 */
export async function changeAccounts(
  accountId: string,
  change: (accounts: readonly Account[], index: number) => readonly Account[],
): Promise<DoneReply> {
  let ok = false;
  await commit(async () => {
    const accounts = valueOrNull(await readAccounts())?.accounts ?? [];
    const index = accounts.findIndex(({ id }) => id === accountId);
    ok = index >= 0;
    if (!ok) return null;
    const changed = change(accounts, index);
    return changed === accounts ? null : { set: { [ACCOUNTS]: { version: 1, accounts: changed } } };
  });
  return { ok };
}
