import { isSnoozed } from "../../core/snooze.ts";
import { snoozeUntil } from "../../core/snooze-until.ts";
import type { DoneReply, Snooze } from "../../messaging/message.ts";
import { commit } from "../../storage/commit.ts";
import { watchedAccounts } from "../monitored-accounts.ts";
import { type Done, recordsAfterDeed } from "./records-after-action.ts";

/** Keeps all accounts quiet for a while, or ends that, in one commit. */
export async function snooze(howLong: Snooze): Promise<DoneReply> {
  let ok = false;
  const committed = await commit(async () => {
    const accounts = await watchedAccounts();
    ok = accounts.length > 0;
    const now = Date.now();
    // WHY [end]: of accounts that nothing keeps quiet there is nothing to end.
    const meant =
      howLong === "end"
        ? accounts.filter(({ status }) => isSnoozed(status.state.snoozeUntil, now))
        : accounts;
    const done = deed(howLong, now);
    const records = await Promise.all(
      meant.map(({ account, status }) => recordsAfterDeed(account.id, status, done, now)),
    );
    return records.length === 0 ? null : { set: Object.assign({}, ...records) };
  });
  return { ok: ok && committed !== "newer" };
}

function deed(howLong: Snooze, now: number): Done {
  if (howLong === "end") return { act: { act: "snooze", until: now }, did: [{ deed: "snooze-ended" }] };
  const until = snoozeUntil(howLong, now);
  return { act: { act: "snooze", until }, did: [{ deed: "snoozed", until }] };
}
