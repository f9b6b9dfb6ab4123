import { browser } from "wxt/browser";
import { giveBackAccess, originPattern } from "../../browser/access.ts";
import type { Account, Region } from "../../core/model/account.ts";
import { ACCOUNTS } from "../../core/model/records.ts";
import type { DoneReply } from "../../messaging/replies.ts";
import { readAccounts } from "../../storage/accounts.ts";
import { commit } from "../../storage/commit.ts";
import { valueOrNull } from "../../storage/decode.ts";
import { allOfAccount, recordsOfAccount } from "../../storage/record-kinds.ts";
import { clearUnstored } from "../../storage/unstored.ts";
import { abandonCheck } from "../checks/check.ts";
import { clearNotifications } from "../notifications/clear.ts";

/** Removes an account with all that is stored of it, and gives back the permission that nothing else needs. */
export async function removeAccount(accountId: string): Promise<DoneReply> {
  let removed: Account | undefined;
  let isNewer = false;
  await commit(async () => {
    const read = await readAccounts();
    isNewer = read.kind === "newer";
    const accounts = valueOrNull(read)?.accounts ?? [];
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

/**
 * Gives back the permission for a self-hosted server that no account is on. Cal.com's own stay, and so do all while the list
 * of accounts can't be read.
 * @param pattern match pattern of the host permission
 */
export async function giveBackUnusedAccess(region: Region, pattern: string): Promise<void> {
  if (region !== "self-hosted") return;
  const read = await readAccounts();
  if (read.kind === "newer") return;
  const accounts = valueOrNull(read)?.accounts ?? [];
  if (!accounts.some(({ apiUrl }) => originPattern(apiUrl) === pattern)) await giveBackAccess(pattern);
}
