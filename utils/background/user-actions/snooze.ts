import { isSnoozed, type Snooze } from "../../core/snooze.ts";
import { snoozeUntil } from "../../core/snooze-until.ts";
import type { DoneReply } from "../../messaging/replies.ts";
import { commit } from "../../storage/commit.ts";
import { type MonitoredAccount, monitoredAccounts } from "../monitored-accounts.ts";
import { recordsAfterAction, type UserAction } from "./records-after-action.ts";

/** Keeps all accounts quiet for a while, or one. */
export function snooze(howLong: Snooze, accountId?: string): Promise<DoneReply> {
  return inAccounts(accountId, (now) => ({ action: "snooze", until: snoozeUntil(howLong, now) }));
}

/** Ends that. Of accounts that nothing keeps quiet there is nothing to end. */
export function endSnooze(accountId?: string): Promise<DoneReply> {
  return inAccounts(
    accountId,
    () => ({ action: "end-snooze" }),
    ({ status }, now) => isSnoozed(status.state.snoozeUntil, now),
  );
}

/** In one commit. @param accountId undefined for all */
async function inAccounts(
  accountId: string | undefined,
  actionAt: (now: number) => { action: "snooze"; until: number } | { action: "end-snooze" },
  isMeant: (account: MonitoredAccount, now: number) => boolean = () => true,
): Promise<DoneReply> {
  let ok = false;
  const committed = await commit(async () => {
    const all = await monitoredAccounts();
    const accounts = all.filter(({ account }) => accountId === undefined || account.id === accountId);
    ok = accounts.length > 0;
    const now = Date.now();
    const action = actionAt(now);
    // Where there is one account only, it is all.
    const alone = accounts.length < all.length;
    const done: UserAction = { action, journal: [alone ? { ...action, alone } : action] };
    const meant = accounts.filter((account) => isMeant(account, now));
    const records = await Promise.all(
      meant.map(({ account, status }) => recordsAfterAction(account.id, status, done, now)),
    );
    return records.length === 0 ? null : { set: Object.assign({}, ...records) };
  });
  return { ok: ok && committed !== "newer" };
}
