import { browser } from "wxt/browser";
import type { DoneReply } from "../../messages/message.ts";
import { commit } from "../../store/commit.ts";
import { readHistory } from "../../store/history.ts";
import { historyOf } from "../../store/records.ts";
import { isAsideOf } from "../../store/set-aside.ts";
import { findAccount } from "../watched.ts";

/** Forgets what changed in an account, and damaged records of that which were set aside. */
export async function clearHistory(accountId: string): Promise<DoneReply> {
  let ok = false;
  await commit(async () => {
    const account = await findAccount(accountId);
    ok = account !== undefined && (await readHistory(accountId)).kind !== "newer";
    if (!ok) return null;
    const name = historyOf(accountId);
    const stored = Object.keys(await browser.storage.local.get(null));
    return { remove: stored.filter((one) => one === name || isAsideOf(one, name)) };
  });
  return { ok };
}
