import { timeOf } from "../../core/clock.ts";
import type { StatusRecord } from "../../core/model/records.ts";
import type { DoneReply } from "../../messaging/replies.ts";
import { commit } from "../../storage/commit.ts";
import { readStatus, writableStatus } from "../../storage/status.ts";
import { findAccount } from "../monitored-accounts.ts";

/**
 * Changes the records of one account because the person said so, in one commit.
 * @param decide makes the records to write, of what is stored and the account's time; null when that is as the person wants it already
 * @returns not ok when there is no such account, or a later version wrote what would be changed
 */
export async function onAccount(
  accountId: string,
  decide: (status: StatusRecord, now: number) => Promise<Record<string, object>> | null,
): Promise<DoneReply> {
  let ok = false;
  const committed = await commit(async () => {
    const status = writableStatus(await readStatus(accountId));
    if (!status || !(await findAccount(accountId))) return null;
    ok = true;
    const set = await decide(status, timeOf(status, Date.now()));
    return set && { set };
  });
  return { ok: ok && committed !== "newer" };
}
