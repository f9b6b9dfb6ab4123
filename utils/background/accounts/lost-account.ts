import type { Account } from "../../core/model/account.ts";
import type { AccountsRecord, LostAccount } from "../../core/model/records.ts";
import { readKey } from "../../storage/key.ts";

/**
 * The account that the list has lost and that is connected again now: it has this key, or is of this person. Whose the others are is not
 * known, and two people's histories must not become one.
 */
export async function lostAgain(
  { damage }: AccountsRecord,
  { user }: Pick<Account, "user">,
  key: string,
): Promise<LostAccount | undefined> {
  for (const lost of damage?.lost ?? []) {
    if (isSamePerson(lost.user, user) || (await hasKey(lost.id, key))) return lost;
  }
  return undefined;
}

/** Servers count their people each from 1, so the address has to be the same, too. */
function isSamePerson(lost: Account["user"] | null, user: Account["user"]): boolean {
  return lost !== null && lost.id === user.id && lost.email !== null && lost.email === user.email;
}

async function hasKey(id: string, key: string): Promise<boolean> {
  const keys = await Promise.all([readKey({ id, keyIn: "local" }), readKey({ id, keyIn: "session" })]);
  return keys.includes(key);
}

/** The list once this one is in it again. */
export function withoutLost({ damage, ...list }: AccountsRecord, id: string): AccountsRecord {
  const lost = damage?.lost.filter((one) => one.id !== id) ?? [];
  return damage && lost.length > 0 ? { ...list, damage: { ...damage, lost } } : list;
}
