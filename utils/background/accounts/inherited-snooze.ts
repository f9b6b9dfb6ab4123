import type { Account } from "../../core/model/account.ts";
import { isSnoozed } from "../../core/snooze.ts";
import { readStatuses, writableStatus } from "../../storage/status.ts";

/**
 * Until when an account that is added to these is snoozed: a person who wants no badge for an hour means all accounts.
 * @returns ms since the epoch, the latest that is in force; null when none is
 */
export async function inheritedSnooze(accounts: readonly Account[], now: number): Promise<number | null> {
  const statuses = await readStatuses(accounts.map(({ id }) => id));
  const ends = [...statuses.values()]
    .map((read) => writableStatus(read)?.state.snoozeUntil ?? null)
    .filter((end) => end !== null)
    .filter((end) => isSnoozed(end, now));
  return ends.length > 0 ? Math.max(...ends) : null;
}
