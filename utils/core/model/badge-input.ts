import type { Account } from "./account.ts";
import type { AccountState } from "./account-state.ts";
import type { Level } from "./level.ts";

export interface BadgeAccount {
  account: Account;
  state: AccountState;
  /** What only the person can give back: without it the account is not watched at all. */
  lacks: "key" | "permission" | null;
  /** Its last check could not be stored: what is stored of it may be out of date. */
  notStored: boolean;
}

/** All that badge and tooltip are derived from. */
export interface BadgeInput {
  accounts: BadgeAccount[];
  settings: { showBadge: boolean; countingLevel: Level };
  /** Something was written by a later version of the extension, and can't be read. */
  newer: boolean;
  /** How many accounts the list of them has lost: they are not watched. */
  lost?: number;
}
