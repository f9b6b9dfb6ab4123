import type { DoneAct } from "../diagnostics/with-act.ts";
import { recordsAfterDeed } from "../monitor/deeds/records-after-deed.ts";
import { findAccount } from "../monitor/watched.ts";
import { type Committed, commit } from "../store/commit.ts";
import { readStatus, statusToGoOn } from "../store/status.ts";

/** The changes that Cal.com is asked for, as the status knows them. */
export type Announced = Extract<DoneAct, { act: "select" | "unselect" | "setDestination" }>;

/** How soon the account is looked at again if nobody lives to do it at once. */
const SOON_MS = 30_000;

/**
 * Stores what the person wants before Cal.com is asked for it. The history tells of it when an answer shows it.
 * @returns `nothing` when the account is gone
 */
export function announce(accountId: string, act: Announced): Promise<Committed> {
  return commit(async () => {
    const before = statusToGoOn(await readStatus(accountId));
    if (!before || !(await findAccount(accountId))) return null;
    const now = Date.now();
    const nextCheckAt = Math.min(before.nextCheckAt ?? now, now + SOON_MS);
    const set = await recordsAfterDeed(accountId, { ...before, nextCheckAt }, { act, did: [] }, now);
    return { set };
  });
}
