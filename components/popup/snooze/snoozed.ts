import { isSnoozed } from "../../../utils/core/snooze.ts";
import type { StoredAccount } from "../../../utils/screen/stored.ts";

/** Whether an account is quiet as a whole. */
export function isAnySnoozed(accounts: readonly StoredAccount[], now: number): boolean {
  return accounts.some(({ state }) => isSnoozed(state.snoozeUntil, now));
}
