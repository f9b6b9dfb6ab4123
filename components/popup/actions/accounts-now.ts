import type { StoredAccount } from "../../../utils/pages/stored.ts";

let accounts: readonly StoredAccount[] = [];
const listeners = new Set<() => void>();

/** All that is stored, for parts within rows that are not drawn again with it. */
export function accountsNow(): readonly StoredAccount[] {
  return accounts;
}

/** Calls back after each change of it. @returns ends that */
export function followAccounts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function setAccountsNow(stored: readonly StoredAccount[]): void {
  accounts = stored;
  for (const listener of listeners) listener();
}
