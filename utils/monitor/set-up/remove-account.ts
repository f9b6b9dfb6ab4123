import { browser } from "wxt/browser";
import { clearNotifications } from "../../attention/notify/clear.ts";
import type { DoneReply } from "../../messages/message.ts";
import { originPattern } from "../../platform/access.ts";
import type { Account } from "../../store/account.ts";
import { readAccounts } from "../../store/accounts.ts";
import { commit } from "../../store/commit.ts";
import { allOfAccount, recordsOfAccount } from "../../store/of-account.ts";
import { usable } from "../../store/read.ts";
import { ACCOUNTS } from "../../store/records.ts";
import { clearUnstored } from "../../store/unstored.ts";
import { abandonCheck } from "../check.ts";
import { giveBackUnusedAccess } from "./unused-access.ts";

/** Removes an account with all that is stored of it, and gives back the permission that nothing else needs. */
export async function removeAccount(accountId: string): Promise<DoneReply> {
  let removed: Account | undefined;
  let isNewer = false;
  await commit(async () => {
    const read = await readAccounts();
    isNewer = read.kind === "newer";
    const accounts = usable(read)?.accounts ?? [];
    removed = accounts.find(({ id }) => id === accountId);
    if (!removed) return null;
    const others = accounts.filter(({ id }) => id !== accountId);
    return {
      set: { [ACCOUNTS]: { version: 1, accounts: others } },
      remove: allOfAccount(accountId, Object.keys(await browser.storage.local.get(null))),
      session: { remove: recordsOfAccount(accountId) },
    };
  });
  if (isNewer) return { ok: false };
  abandonCheck(accountId);
  await clearUnstored(accountId);
  await clearNotifications(accountId);
  if (removed) await giveBackUnusedAccess(removed.region, originPattern(removed.apiUrl));
  return { ok: true };
}
