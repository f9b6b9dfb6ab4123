import { browser } from "wxt/browser";
import { ACCOUNTS } from "../../core/model/records.ts";
import type { DoneReply } from "../../messaging/replies.ts";
import { accountsRecords, accountsToGoOn, readAccounts } from "../../storage/accounts.ts";
import { commit } from "../../storage/commit.ts";
import { isQuarantinedOf } from "../../storage/quarantine.ts";
import { allOfAccount, recordsOfAccount } from "../../storage/record-kinds.ts";
import { clearUnstored } from "../../storage/unstored.ts";

/**
 * The person has seen that the list of accounts was damaged: what is stored of the accounts that it has lost goes, and the damaged
 * lists themselves.
 */
export async function forgetLost(): Promise<DoneReply> {
  let lost: string[] = [];
  const committed = await commit(async () => {
    const { damage, ...list } = accountsToGoOn(await readAccounts());
    if (!damage) return null;
    lost = damage.lost.map(({ id }) => id);
    const names = Object.keys(await browser.storage.local.get(null));
    return {
      set: accountsRecords(list),
      remove: [
        ...lost.flatMap((id) => allOfAccount(id, names)),
        ...names.filter((name) => isQuarantinedOf(name, ACCOUNTS)),
      ],
      session: { remove: lost.flatMap(recordsOfAccount) },
    };
  });
  for (const id of lost) await clearUnstored(id);
  return { ok: committed !== "newer" };
}
