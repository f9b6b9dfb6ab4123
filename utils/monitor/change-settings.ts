import type { DoneReply, SettingsChange } from "../messages/message.ts";
import { commit } from "../store/commit.ts";
import { usable } from "../store/read.ts";
import { DEFAULT_SETTINGS, SETTINGS, type SettingsRecord, statusOf } from "../store/records.ts";
import { readSettings } from "../store/settings.ts";
import { dueAfterNewInterval } from "./due.ts";
import { watchedAccounts } from "./watched.ts";

/** Changes settings. A changed interval is in force at once: the next check does not wait for the old one to end. */
export async function changeSettings(change: SettingsChange): Promise<DoneReply> {
  const committed = await commit(async () => {
    const before = usable(await readSettings()) ?? DEFAULT_SETTINGS;
    const after: SettingsRecord = { ...before, ...change };
    const moved = after.intervalMinutes === before.intervalMinutes ? {} : await dueAnew(after);
    return { set: { ...moved, [SETTINGS]: after } };
  });
  return { ok: committed === "stored" };
}

async function dueAnew({ intervalMinutes }: SettingsRecord): Promise<Record<string, object>> {
  const now = Date.now();
  const entries = (await watchedAccounts()).map(({ account, status }) => {
    const nextCheckAt = dueAfterNewInterval(status, now, intervalMinutes);
    return [statusOf(account.id), { ...status, nextCheckAt }] as const;
  });
  return Object.fromEntries(entries);
}
