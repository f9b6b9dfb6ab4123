import { browser } from "wxt/browser";
import { ACCOUNTS } from "../core/model/records.ts";
import { accountsKind } from "./accounts.ts";
import { commit } from "./commit.ts";
import { decode } from "./decode.ts";
import { nameBefore } from "./quarantine.ts";
import { kindOf, recordsOfAccount } from "./record-kinds.ts";
import { keepUnstored } from "./unstored.ts";
import { ageOf } from "./versions.ts";

type Stored = Record<string, unknown>;

/**
 * Looks at every record. What an earlier version of the extension stored is written again as it is now, so that pages need to
 * know one shape only. What is damaged is put out of the way: what could be saved of it takes its place, and the commit sets
 * the damaged one aside. What belongs to no account any more is removed: nobody could see it or remove it
 * otherwise. So is what a commit emptied and could not remove any more, as the worker was ended.
 */
export async function repair(): Promise<void> {
  await repairRecords();
  const ids = accountIds(await browser.storage.local.get(ACCOUNTS));
  if (ids) await keepUnstored(ids);
}

async function repairRecords(): Promise<void> {
  await commit(async () => {
    const stored: Stored = await browser.storage.local.get(null);
    const session: Stored = await browser.storage.session.get(null);
    const unowned = ownerless(stored, stored);
    const { set, remove } = repairsOf(stored, new Set(unowned));
    const write = {
      set,
      remove: [...remove, ...unowned],
      session: { remove: ownerless(session, stored) },
    };
    const empty = Object.keys(set).length + write.remove.length + write.session.remove.length === 0;
    return empty ? null : write;
  });
}

/** @param unowned names of records that are not worth it */
function repairsOf(
  stored: Stored,
  unowned: ReadonlySet<string>,
): { set: Record<string, object>; remove: string[] } {
  const set: Record<string, object> = {};
  const remove: string[] = [];
  for (const [name, raw] of Object.entries(stored)) {
    if (unowned.has(name)) continue;
    const kind = kindOf(name);
    const read = kind && decode(raw, kind);
    if (read?.kind === "ok" && ageOf(raw, read.value.version) === "older") set[name] = read.value;
    else if (read?.kind === "damaged" && read.saved) set[name] = read.saved;
    else if (read?.kind === "damaged" || raw === null) remove.push(name);
  }
  return { set, remove };
}

/** Names of the records of accounts that there are not, damaged ones that were set aside among them. */
function ownerless(area: Stored, local: Stored): string[] {
  const ids = accountIds(local);
  if (!ids) return [];
  const owned = new Set(ids.flatMap(recordsOfAccount));
  const ofAccounts = recordsOfAccount("");
  return Object.keys(area).filter((name) => {
    const before = nameBefore(name);
    return ofAccounts.some((start) => before.startsWith(start)) && !owned.has(before);
  });
}

/** null while the list of accounts can't be read: nothing is known to have no owner then. */
function accountIds(local: Stored): string[] | null {
  const accounts = decode(local[ACCOUNTS], accountsKind);
  return accounts.kind === "ok" ? accounts.value.accounts.map(({ id }) => id) : null;
}
