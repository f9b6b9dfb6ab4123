import { ACCOUNTS, type AccountsRecord, type LostAccount } from "../core/model/records.ts";
import { entriesIn } from "./accounts.ts";
import { LostSchema } from "./accounts-kind.ts";
import { nameBefore } from "./quarantine.ts";
import { recordsOfAccount } from "./record-kinds.ts";
import { salvage } from "./salvage.ts";

type Stored = Readonly<Record<string, unknown>>;

/**
 * Accounts that the list does not have, though other records of theirs are there: an account goes in one write with all that it
 * has, so it was the list that lost them. What is known of them is what the list still said.
 * @param stored all raw records of `storage.local`
 */
export function lostAccounts(list: AccountsRecord, stored: Stored): LostAccount[] {
  const listed = new Set(list.accounts.map(({ id }) => id));
  const known = new Map((list.damage?.lost ?? []).map((one) => [one.id, one]));
  const named = entriesIn(stored[ACCOUNTS]).flatMap((entry) => salvage(LostSchema, entry) ?? []);
  for (const one of named) if (!known.has(one.id)) known.set(one.id, one);
  return ownersIn(stored)
    .filter((id) => !listed.has(id))
    .map((id) => {
      const { label = null, user = null } = known.get(id) ?? {};
      return { id, label, user };
    });
}

const OF_ACCOUNTS = recordsOfAccount("");

/** Ids of the accounts that have records here, also such that were set aside. What is emptied is gone already. */
export function ownersIn(stored: Stored): string[] {
  const ids = Object.entries(stored).flatMap(([name, raw]) => (raw === null ? [] : (ownerOf(name) ?? [])));
  return [...new Set(ids)];
}

/** The id of the account that a record belongs to; null for what belongs to none. */
export function ownerOf(name: string): string | null {
  const before = nameBefore(name);
  const start = OF_ACCOUNTS.find((one) => before.startsWith(one));
  return start ? before.slice(start.length) : null;
}
