import { browser } from "wxt/browser";
import { giveBackAccess, originPattern } from "../../browser/access.ts";
import { report } from "../../browser/report.ts";
import type { Account, Region } from "../../core/model/account.ts";
import type { DoneReply } from "../../messaging/replies.ts";
import { accountsRecords, accountsToGoOn, readAccounts } from "../../storage/accounts.ts";
import { commit } from "../../storage/commit.ts";
import { allOfAccount, recordsOfAccount } from "../../storage/record-kinds.ts";
import { clearUnstored } from "../../storage/unstored.ts";
import { abandonCheck } from "../checks/check.ts";
import { clearNotifications } from "../notifications/clear.ts";

/**
 * Removes an account with all that is stored of it, and gives back the permission that nothing else needs.
 * @returns not ok when a later version of the extension wrote the list, or its copy: nothing is removed then
 */
export async function removeAccount(accountId: string): Promise<DoneReply> {
  let removed: Account | undefined;
  let isNewer = false;
  const committed = await commit(async () => {
    const read = await readAccounts();
    isNewer = read.kind === "newer";
    const list = accountsToGoOn(read);
    removed = list.accounts.find(({ id }) => id === accountId);
    if (!removed) return null;
    const accounts = list.accounts.filter(({ id }) => id !== accountId);
    return {
      set: accountsRecords({ ...list, accounts }),
      remove: allOfAccount(accountId, Object.keys(await browser.storage.local.get(null))),
      session: { remove: recordsOfAccount(accountId) },
    };
  });
  if (isNewer || committed === "newer") return { ok: false };
  abandonCheck(accountId);
  // Removed it is by now, whatever becomes of that note.
  await clearUnstored(accountId).catch((error: unknown) =>
    report("What is left could not be removed", error),
  );
  await clearNotifications(accountId);
  if (removed) await giveBackUnusedAccess(removed.region, originPattern(removed.apiUrl));
  return { ok: true };
}

/**
 * Gives back the permission for a self-hosted server that no account is on. Cal.com's own stay, and so do all while the list
 * of accounts can't be read.
 * @param pattern match pattern of the host permission
 */
export async function giveBackUnusedAccess(region: Region, pattern: string): Promise<void> {
  if (region !== "self-hosted") return;
  const read = await readAccounts();
  if (read.kind === "newer") return;
  const { accounts, damage } = accountsToGoOn(read);
  // Which server an account is on that the list has lost is not known.
  if (damage && damage.lost.length > 0) return;
  if (!accounts.some(({ apiUrl }) => originPattern(apiUrl) === pattern)) await giveBackAccess(pattern);
}
