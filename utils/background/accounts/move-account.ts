import type { DoneReply } from "../../messaging/replies.ts";
import { changeAccounts } from "./change-accounts.ts";

/** Moves an account by one place in the order in which accounts are shown. At the end of it nothing changes. */
export function moveAccount(accountId: string, by: -1 | 1): Promise<DoneReply> {
  return changeAccounts(accountId, (accounts, index) => {
    const other = index + by;
    if (other < 0 || other >= accounts.length) return accounts;
    const moved = accounts.toSpliced(index, 1);
    return moved.toSpliced(other, 0, ...accounts.slice(index, index + 1));
  });
}
