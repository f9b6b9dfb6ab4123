import { passedBy, timeOf } from "../../core/clock.ts";
import type { StatusRecord } from "../../core/model/records.ts";
import { isSnoozed, type Snooze } from "../../core/snooze.ts";
import { snoozeUntil } from "../../core/snooze-until.ts";
import type { DoneReply } from "../../messaging/replies.ts";
import { commit } from "../../storage/commit.ts";
import { monitoredAccounts } from "../monitored-accounts.ts";
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
    (status, now) => isSnoozed(status.state.snoozeUntil, passedBy(status, now)),
  );
}

/** In one commit. @param accountId undefined for all */
async function inAccounts(
  accountId: string | undefined,
  actionAt: (now: number) => { action: "snooze"; until: number } | { action: "end-snooze" },
  isMeant: (status: StatusRecord, now: number) => boolean = () => true,
): Promise<DoneReply> {
  let ok = false;
  const committed = await commit(async () => {
    const all = await monitoredAccounts();
    const accounts = all.filter(({ account }) => accountId === undefined || account.id === accountId);
    ok = accounts.length > 0;
    // Where there is one account only, it is all.
    const alone = accounts.length < all.length;
    const records = await Promise.all(
      accounts.map(({ account, status }) => {
        const now = timeOf(status, Date.now());
        if (!isMeant(status, now)) return {};
        const action = actionAt(now);
        const done: UserAction = { action, journal: [alone ? { ...action, alone } : action] };
        return recordsAfterAction(account.id, status, done, now);
      }),
    );
    const set = Object.assign({}, ...records);
    return Object.keys(set).length === 0 ? null : { set };
  });
  return { ok: ok && committed !== "newer" };
}
