import type { SetUpProblem } from "../../messages/message.ts";
import { report } from "../../platform/report.ts";
import { type Account, whoIs } from "../../store/account.ts";
import { readAccounts } from "../../store/accounts.ts";
import { type Committed, commit, type Write } from "../../store/commit.ts";
import { usable } from "../../store/read.ts";
import { ACCOUNTS, type KeyRecord, keyOf, statusOf } from "../../store/records.ts";
import { emptyStatus } from "../../store/status.ts";
import { accountOfUser } from "./twin.ts";

/** Stores a new account with its key, in one write. @returns why it could not be, null when it is stored */
export async function storeNewAccount(account: Account, key: string): Promise<SetUpProblem | null> {
  let twin: Account | undefined;
  return attempt(
    async () => {
      const accounts = usable(await readAccounts())?.accounts ?? [];
      twin = accountOfUser(accounts, account.apiUrl, account.user.id);
      if (twin) return null;
      return withKey(account, key, {
        [ACCOUNTS]: { version: 1, accounts: [...accounts, account] },
        [statusOf(account.id)]: emptyStatus(),
      });
    },
    () => (twin ? { problem: "alreadyConnected", who: whoIs(twin) } : null),
  );
}

/** Stores another key for an account. @returns why it could not be, null when it is stored */
export async function storeOtherKey(account: Account, key: string): Promise<SetUpProblem | null> {
  let isGone = false;
  return attempt(
    async () => {
      const accounts = usable(await readAccounts())?.accounts ?? [];
      isGone = !accounts.some(({ id }) => id === account.id);
      if (isGone) return null;
      const changed = accounts.map((other) => (other.id === account.id ? account : other));
      return withKey(account, key, { [ACCOUNTS]: { version: 1, accounts: changed } });
    },
    () => (isGone ? { problem: "accountGone" } : null),
  );
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
