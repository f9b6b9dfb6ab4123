import { browser } from "wxt/browser";
import type { Account } from "../core/model/account.ts";
import { ACCOUNTS, ACCOUNTS_COPY, type AccountsRecord, keyOf } from "../core/model/records.ts";
import { AccountSchema, accountsKind } from "./accounts-kind.ts";
import { decode, type Read, valueOrNull } from "./decode.ts";
import { ageOf } from "./versions.ts";

type Stored = Readonly<Record<string, unknown>>;

/** The list of accounts; of a damaged one what could be saved, with what its copy has. */
export async function readAccounts(): Promise<Read<AccountsRecord>> {
  return accountsIn(await browser.storage.local.get([ACCOUNTS, ACCOUNTS_COPY]));
}

/** @param stored raw records of `storage.local`, both lists of accounts among them */
export async function accountsIn(stored: Stored): Promise<Read<AccountsRecord>> {
  const read = decode(stored[ACCOUNTS], accountsKind);
  if (read.kind === "ok" || read.kind === "newer") return read;
  const copy = valueOrNull(copyIn(stored));
  const saved = read.kind === "damaged" ? read.saved : null;
  if (!saved) return copy ? { kind: "damaged", saved: copy } : read;
  const merged = copy ? mergedWith(copy, saved, soundIn(stored[ACCOUNTS])) : saved;
  return { kind: "damaged", saved: { ...merged, accounts: await withKeysFound(merged.accounts) } };
}

/**
 * The copy of the list. Both are always written at once, so one of a later version beside a list that says to be of this one, or of
 * an earlier, is damaged: its number alone is wrong.
 * @param stored raw records of `storage.local`, both lists of accounts among them
 */
export function copyIn(stored: Stored): Read<AccountsRecord> {
  const raw = stored[ACCOUNTS_COPY];
  const read = decode(raw, accountsKind);
  const age = ageOf(stored[ACCOUNTS], accountsKind.version);
  const isOurs = age === "present" || age === "older";
  return read.kind === "newer" && isOurs ? { kind: "damaged", saved: accountsKind.salvage(raw) } : read;
}

/** The list to go on from. An empty one where there is none, and where it is not ours to change: nothing is written then. */
export function accountsToGoOn(read: Read<AccountsRecord>): AccountsRecord {
  return valueOrNull(read) ?? { version: 1, accounts: [] };
}

/** What a write of the list has to hold. */
export function accountsRecords(list: AccountsRecord): Record<string, AccountsRecord> {
  return { [ACCOUNTS]: list, [ACCOUNTS_COPY]: list };
}

/** Both were written at once: an account that one of them lost is in the other as it was. */
function mergedWith(
  copy: AccountsRecord,
  saved: AccountsRecord,
  sound: ReadonlyMap<string, Account>,
): AccountsRecord {
  const copied = new Set(copy.accounts.map(({ id }) => id));
  return {
    ...copy,
    ...saved,
    accounts: [
      ...copy.accounts.map((account) => sound.get(account.id) ?? account),
      ...saved.accounts.filter(({ id }) => !copied.has(id)),
    ],
  };
}

/** The entries of a raw list of which nothing is damaged, by their ids. */
function soundIn(raw: unknown): Map<string, Account> {
  return new Map(
    entriesIn(raw).flatMap((entry): [string, Account][] => {
      const parsed = AccountSchema.safeParse(entry);
      return parsed.success ? [[parsed.data.id, parsed.data]] : [];
    }),
  );
}

/** The entries of a raw list, whatever they are. */
export function entriesIn(raw: unknown): unknown[] {
  const { accounts } = (raw ?? {}) as { accounts?: unknown };
  return Array.isArray(accounts) ? accounts : [];
}

/** Where a key is kept can be seen, should the list not say it any more. */
async function withKeysFound(accounts: readonly Account[]): Promise<Account[]> {
  const names = accounts.map(({ id }) => keyOf(id));
  const [local, session] = await Promise.all([
    browser.storage.local.get(names),
    browser.storage.session.get(names),
  ]);
  return accounts.map((account) => {
    const name = keyOf(account.id);
    const isInSession = local[name] == null && session[name] != null;
    return isInSession && account.keyIn === "local" ? { ...account, keyIn: "session" } : account;
  });
}
