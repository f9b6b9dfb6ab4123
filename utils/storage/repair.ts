import { browser } from "wxt/browser";
import type { Account } from "../core/model/account.ts";
import {
  ACCOUNTS,
  ACCOUNTS_COPY,
  type AccountsRecord,
  keyOf,
  type LostAccount,
} from "../core/model/records.ts";
import { accountsIn, accountsRecords, accountsToGoOn, copyIn, readAccounts } from "./accounts.ts";
import { commit } from "./commit.ts";
import { decode, type Read, valueOrNull } from "./decode.ts";
import { lostAccounts, ownerOf, ownersIn } from "./lost-accounts.ts";
import { isQuarantinedOf } from "./quarantine.ts";
import { kindOf } from "./record-kinds.ts";
import { keepUnstored } from "./unstored.ts";
import { ageOf } from "./versions.ts";

type Stored = Record<string, unknown>;

/**
 * Looks at every record. What an earlier version of the extension stored is written again as it is now, so that pages need to
 * know one shape only. What is damaged is put out of the way: what could be saved of it takes its place, and the commit sets
 * the damaged one aside. What a commit emptied and could not remove any more, as the worker was ended, is removed. Accounts that
 * the list has lost are noted in it, and what is stored of them stays.
 */
export async function repair(): Promise<void> {
  await repairRecords();
  const read = await readAccounts();
  if (read.kind !== "ok") return;
  const { accounts, damage } = read.value;
  await keepUnstored([...accounts, ...(damage?.lost ?? [])].map(({ id }) => id));
}

async function repairRecords(): Promise<void> {
  await commit(async () => {
    const stored: Stored = await browser.storage.local.get(null);
    const session: Stored = await browser.storage.session.get(null);
    const read = await accountsIn(stored);
    const { set, remove } = repairsOf(stored);
    const write = {
      set: { ...set, ...listRepair(read, stored) },
      remove,
      session: { remove: keysTooMany(read, stored, session) },
    };
    const empty = Object.keys(write.set).length + remove.length + write.session.remove.length === 0;
    return empty ? null : write;
  });
}

function repairsOf(stored: Stored): { set: Record<string, object>; remove: string[] } {
  const set: Record<string, object> = {};
  const remove: string[] = [];
  for (const [name, raw] of Object.entries(stored)) {
    // Of these two one is mended by the other.
    if (name === ACCOUNTS || name === ACCOUNTS_COPY) continue;
    if (raw === null) remove.push(name);
    const kind = kindOf(name);
    if (!kind) continue;
    const read = decode(raw, kind);
    if (read.kind === "ok" && ageOf(raw, read.value.version) === "older") set[name] = read.value;
    if (read.kind !== "damaged") continue;
    if (read.saved) set[name] = read.saved;
    // A secret is copied nowhere, so it stays where it is until there is another.
    else if (!kind.secret) remove.push(name);
  }
  return { set, remove };
}

/** The list of accounts as it has to be, in both places; nothing where it is so. */
function listRepair(read: Read<AccountsRecord>, stored: Stored): Record<string, object> {
  const copy = copyIn(stored);
  if (read.kind === "newer" || copy.kind === "newer") return {};
  const given = accountsToGoOn(read);
  const list = withCopied(given, valueOrNull(copy)?.accounts ?? [], lostAccounts(given, stored));
  const lost = lostAccounts(list, stored);
  if (read.kind === "missing" && lost.length === 0) return {};
  const isDamaged = read.kind === "damaged" || list !== given || lost.length > 0 || list.damage !== undefined;
  const next = isDamaged ? { ...list, damage: { at: list.damage?.at ?? Date.now(), lost } } : list;
  const isNoted = read.kind === "ok" && isSame(list, next);
  const isCopied = copy.kind === "ok" && isSame(copy.value, next);
  return isNoted && isCopied ? {} : accountsRecords(next);
}

/** The list with those of the lost ones that the copy still has, in its order. The same list where it has none. */
function withCopied(
  list: AccountsRecord,
  copied: readonly Account[],
  lost: readonly LostAccount[],
): AccountsRecord {
  const lostIds = new Set(lost.map(({ id }) => id));
  const found = copied.filter(({ id }) => lostIds.has(id));
  if (found.length === 0) return list;
  const placeOf = ({ id }: Account) => copied.findIndex((one) => one.id === id);
  const accounts = [...list.accounts, ...found];
  return { ...list, accounts: accounts.sort((one, other) => placeOf(one) - placeOf(other)) };
}

/** Of what was read by the same schema, which has an order of its parts. */
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Keys in `storage.session` that are nobody's, or not in use, since a worker was ended between its two writes. While a damaged list of
 * accounts is set aside, nothing is nobody's.
 */
function keysTooMany(read: Read<AccountsRecord>, stored: Stored, session: Stored): string[] {
  if (read.kind !== "ok") return [];
  const { accounts, damage } = read.value;
  const owners = new Set([...accounts.map(({ id }) => id), ...ownersIn(stored)]);
  const isSure = !damage && !Object.keys(stored).some((name) => isQuarantinedOf(name, ACCOUNTS));
  const unused = new Set(
    accounts
      .filter(({ id, keyIn }) => keyIn === "local" && stored[keyOf(id)] != null)
      .map(({ id }) => keyOf(id)),
  );
  return Object.keys(session).filter((name) => {
    const owner = ownerOf(name);
    return owner !== null && (unused.has(keyOf(owner)) || (isSure && !owners.has(owner)));
  });
}
