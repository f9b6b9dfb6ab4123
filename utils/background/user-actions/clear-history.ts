import { browser } from "wxt/browser";
import { historyOf } from "../../core/model/records.ts";
import type { DoneReply } from "../../messaging/replies.ts";
import { commit } from "../../storage/commit.ts";
import { readHistory } from "../../storage/history.ts";
import { isQuarantinedOf } from "../../storage/quarantine.ts";
import { findAccount } from "../monitored-accounts.ts";

/** Forgets what changed in an account, and damaged records of that which were set aside. */
export async function clearHistory(accountId: string): Promise<DoneReply> {
  let ok = false;
  await commit(async () => {
    const account = await findAccount(accountId);
    ok = account !== undefined && (await readHistory(accountId)).kind !== "newer";
    if (!ok) return null;
    const name = historyOf(accountId);
    const stored = Object.keys(await browser.storage.local.get(null));
    return { remove: stored.filter((one) => one === name || isQuarantinedOf(one, name)) };
  });
  return { ok };
}
