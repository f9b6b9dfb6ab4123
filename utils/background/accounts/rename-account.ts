import type { DoneReply } from "../../messaging/replies.ts";
import { changeAccounts } from "./change-accounts.ts";
import { labelOf } from "./label-of.ts";

/** Calls an account what the person typed; when that is blank, what Cal.com calls it. */
export function renameAccount(accountId: string, typed: string): Promise<DoneReply> {
  const label = labelOf(typed);
  return changeAccounts(accountId, (accounts) =>
    accounts.map((account) => (account.id === accountId ? { ...account, label } : account)),
  );
}
