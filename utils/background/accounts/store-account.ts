import { report } from "../../browser/report.ts";
import { accountWho } from "../../copy/account-name.ts";
import { namesIn } from "../../copy/history/names.ts";
import { timeOf } from "../../core/clock.ts";
import { recordActions } from "../../core/history/record-actions.ts";
import type { Account } from "../../core/model/account.ts";
import { emptyStatus } from "../../core/model/empty-status.ts";
import { DRAFT, type KeyRecord, keyOf, type StatusRecord, statusOf } from "../../core/model/records.ts";
import { isSnoozed } from "../../core/snooze.ts";
import type { SetUpProblem } from "../../messaging/replies.ts";
import { accountsRecords, accountsToGoOn, readAccounts } from "../../storage/accounts.ts";
import { type Committed, commit, type Write } from "../../storage/commit.ts";
import { changedHistory } from "../../storage/history.ts";
import { readStatus, readStatuses, writableStatus } from "../../storage/status.ts";
import { duplicateByUser } from "./duplicate-account.ts";
import { lostAgain, withoutLost } from "./lost-account.ts";

export type StoredKey = { ok: true; account: Account } | { ok: false; problem: SetUpProblem };

/**
 * Stores a new account with its key, in one write. One that the list had lost goes on with what is stored of it.
 * @param account as it is to be, but that one that goes on keeps its id and what the person called it
 */
export async function storeNewAccount(account: Account, key: string): Promise<StoredKey> {
  let duplicate: Account | undefined;
  let stored = account;
  const problem = await attempt(
    async () => {
      const before = accountsToGoOn(await readAccounts());
      const { accounts } = before;
      duplicate = duplicateByUser(accounts, account.apiUrl, account.user.id);
      if (duplicate) return null;
      const lost = await lostAgain(before, account, key);
      stored = lost ? { ...account, id: lost.id, label: lost.label } : account;
      const list = lost ? withoutLost(before, lost.id) : before;
      const { session, ...write } = withKey(stored, key, {
        ...accountsRecords({ ...list, accounts: [...accounts, stored] }),
        ...(await firstStatus(stored, accounts)),
        ...(await withAction(stored.id, "connect")),
      });
      return { ...write, session: { ...session, remove: [...(session?.remove ?? []), DRAFT] } };
    },
    () => (duplicate ? { problem: "alreadyConnected", who: accountWho(duplicate) } : null),
  );
  return problem ? { ok: false, problem } : { ok: true, account: stored };
}

/** Stores another key for an account, with whose it is and where it is kept; all else of the account stays. */
export async function storeOtherKey(
  accountId: string,
  { user, keyIn }: Pick<Account, "user" | "keyIn">,
  key: string,
): Promise<StoredKey> {
  let account: Account | undefined;
  const problem = await attempt(
    async () => {
      const list = accountsToGoOn(await readAccounts());
      const accounts = list.accounts.map((one) => (one.id === accountId ? { ...one, user, keyIn } : one));
      account = accounts.find(({ id }) => id === accountId);
      if (!account) return null;
      return withKey(account, key, {
        ...accountsRecords({ ...list, accounts }),
        ...(await withAction(accountId, "replace-key")),
      });
    },
    () => null,
  );
  if (problem) return { ok: false, problem };
  return account ? { ok: true, account } : { ok: false, problem: { problem: "accountGone" } };
}

/** Of an account that was never asked; nothing where there is one already. @param others the accounts that it is added to */
async function firstStatus(
  { id, addedAt }: Account,
  others: readonly Account[],
): Promise<Record<string, StatusRecord>> {
  if ((await readStatus(id)).kind !== "missing") return {};
  const empty = emptyStatus();
  const snoozeUntil = await inheritedSnooze(others, addedAt);
  return { [statusOf(id)]: { ...empty, state: { ...empty.state, snoozeUntil } } };
}

/** An account that is there already goes by its own time. */
async function withAction(accountId: string, action: "connect" | "replace-key") {
  const status = writableStatus(await readStatus(accountId)) ?? emptyStatus();
  const now = timeOf(status, Date.now());
  return changedHistory(accountId, (history) => recordActions(history, [{ action }], namesIn([]), now));
}

/** The key is in one of the two stores, never in both. */
function withKey(account: Account, key: string, set: Record<string, object>): Write {
  const name = keyOf(account.id);
  const record: KeyRecord = { version: 1, key };
  return account.keyIn === "local"
    ? { set: { ...set, [name]: record }, session: { remove: [name] } }
    : { set, remove: [name], session: { set: { [name]: record } } };
}

async function attempt(
  decide: () => Promise<Write | null>,
  obstacle: () => SetUpProblem | null,
): Promise<SetUpProblem | null> {
  try {
    const committed: Committed = await commit(decide);
    return committed === "newer" ? { problem: "newerStore" } : obstacle();
  } catch (error) {
    report("An account could not be stored", error);
    return { problem: "notStored" };
  }
}

/**
 * Until when an account that is added to these is snoozed: a person who wants no badge for an hour means all accounts. While one of
 * them is awake, the others were meant alone.
 * @returns ms since the epoch, the first end of all; null when not all are snoozed
 */
async function inheritedSnooze(accounts: readonly Account[], now: number): Promise<number | null> {
  const statuses = await readStatuses(accounts.map(({ id }) => id));
  const ends = [...statuses.values()]
    .map((read) => writableStatus(read)?.state.snoozeUntil ?? null)
    .filter((end) => isSnoozed(end, now))
    .filter((end) => end !== null);
  return ends.length > 0 && ends.length === accounts.length ? Math.min(...ends) : null;
}
