import type { Memory } from "../status/memory.ts";
import type { Account } from "../store/account.ts";
import { readAccounts } from "../store/accounts.ts";
import { readKey } from "../store/key.ts";
import { usable } from "../store/read.ts";
import type { SettingsRecord } from "../store/records.ts";
import { settingsInForce } from "../store/settings.ts";
import { readStatuses, statusToGoOn } from "../store/status.ts";
import { readUnstored } from "../store/unstored.ts";

export interface KnownAccount {
  account: Account;
  memory: Memory;
  /** What only the person can give back: without it the account is not watched at all. */
  lacks: "key" | "permission" | null;
  /** Its last check could not be stored: what is stored of it may be out of date. */
  notStored: boolean;
}

/** All that badge and tooltip are derived from. */
export interface Known {
  accounts: KnownAccount[];
  settings: SettingsRecord;
  /** Something was written by a later version of the extension, and can't be read. */
  newer: boolean;
}

export async function readKnown(): Promise<Known> {
  const [read, settings] = [await readAccounts(), await settingsInForce()];
  const accounts = usable(read)?.accounts ?? [];
  const statuses = await readStatuses(accounts.map(({ id }) => id));
  const unstored = new Set(await readUnstored());
  const known: KnownAccount[] = [];
  for (const account of accounts) {
    const status = statusToGoOn(statuses.get(account.id) ?? { kind: "missing" });
    if (!status) continue;
    const lacks = await lacking(account, status.memory);
    known.push({ account, memory: status.memory, lacks, notStored: unstored.has(account.id) });
  }
  const newer = read.kind === "newer" || known.length < accounts.length;
  return { accounts: known, settings, newer };
}

async function lacking(account: Account, memory: Memory): Promise<KnownAccount["lacks"]> {
  // WHY [key]: one that was kept for the session is missed at once after a restart, before any check could fail.
  if ((await readKey(account)) === null) return "key";
  return memory.lastFailure?.reason === "no-permission" ? "permission" : null;
}
