import type { Snooze } from "../../core/snooze.ts";
import { isSnoozed } from "../../core/snooze.ts";
import { snoozeUntil } from "../../core/snooze-until.ts";
import type { DoneReply } from "../../messaging/replies.ts";
import { commit } from "../../storage/commit.ts";
import { monitoredAccounts } from "../monitored-accounts.ts";
import { type Performed, recordsAfterAction } from "./records-after-action.ts";

/** Keeps all accounts quiet for a while, or ends that, in one commit. */
export async function snooze(howLong: Snooze): Promise<DoneReply> {
  let ok = false;
  const committed = await commit(async () => {
    const accounts = await monitoredAccounts();
    ok = accounts.length > 0;
    const now = Date.now();
    // WHY [end]: of accounts that nothing keeps quiet there is nothing to end.
    const meant =
      howLong === "end"
        ? accounts.filter(({ status }) => isSnoozed(status.state.snoozeUntil, now))
        : accounts;
    const done = action(howLong, now);
    const records = await Promise.all(
      meant.map(({ account, status }) => recordsAfterAction(account.id, status, done, now)),
    );
    return records.length === 0 ? null : { set: Object.assign({}, ...records) };
  });
  return { ok: ok && committed !== "newer" };
}

function action(howLong: Snooze, now: number): Performed {
  if (howLong === "end")
    return { action: { action: "snooze", until: now }, journal: [{ action: "end-snooze" }] };
  const until = snoozeUntil(howLong, now);
  return { action: { action: "snooze", until }, journal: [{ action: "snooze", until }] };
}
