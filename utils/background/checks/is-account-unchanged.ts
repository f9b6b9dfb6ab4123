import type { Account } from "../../core/model/account.ts";
import { readKey } from "../../storage/key.ts";
import { findAccount } from "../monitored-accounts.ts";

/** Whom Cal.com is asked about, and with which key; null when it was forgotten. */
export interface RequestContext {
  account: Account;
  key: string | null;
}

/** Whether what was asked, and with which key, is what would be asked now. */
export async function isAccountUnchanged({ account: asked, key }: RequestContext): Promise<boolean> {
  const account = await findAccount(asked.id);
  return account !== undefined && account.apiUrl === asked.apiUrl && (await readKey(account)) === key;
}
