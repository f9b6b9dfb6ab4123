import type { Account } from "../../core/model/account.ts";
import type { DoneReply } from "../../messaging/replies.ts";
import { accountsRecords, accountsToGoOn, readAccounts } from "../../storage/accounts.ts";
import { commit } from "../../storage/commit.ts";

/** Calls an account what the person typed; when that is blank, what Cal.com calls it. */
export function renameAccount(accountId: string, typed: string): Promise<DoneReply> {
  const label = labelOf(typed);
  return changeAccounts(accountId, (accounts) =>
    accounts.map((account) => (account.id === accountId ? { ...account, label } : account)),
  );
}

/** Long enough for a name, and short enough for a line. */
const LONGEST = 60;
/** Control characters, line and paragraph separators, and what has no shape of its own, e.g. marks that turn the direction. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu;
/** WHY [joiners]: between letters and between emoji they change what is seen; at an end there is nothing to join. */
const AT_THE_ENDS = /^[\s\u200c\u200d]+|[\s\u200c\u200d]+$/g;

/** What a person calls an account, from what was typed; null when that is blank. No longer than 60 characters. */
function labelOf(typed: string): string | null {
  const seen = trim(typed.replace(UNSEEN, ""));
  return trim([...seen].slice(0, LONGEST).join("")) || null;
}

const trim = (text: string) => text.replace(AT_THE_ENDS, "");

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
  const committed = await commit(async () => {
    const list = accountsToGoOn(await readAccounts());
    const index = list.accounts.findIndex(({ id }) => id === accountId);
    ok = index >= 0;
    if (!ok) return null;
    const accounts = [...change(list.accounts, index)];
    return accounts.every((one, at) => one === list.accounts[at])
      ? null
      : { set: accountsRecords({ ...list, accounts }) };
  });
  return { ok: ok && committed !== "newer" };
}

/** Moves an account by one place in the order in which accounts are shown. At the end of it nothing changes. */
export function moveAccount(accountId: string, by: -1 | 1): Promise<DoneReply> {
  return changeAccounts(accountId, (accounts, index) => {
    const other = index + by;
    if (other < 0 || other >= accounts.length) return accounts;
    const moved = accounts.toSpliced(index, 1);
    return moved.toSpliced(other, 0, ...accounts.slice(index, index + 1));
  });
}
