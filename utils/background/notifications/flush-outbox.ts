import { report } from "../../browser/report.ts";
import type { Account } from "../../core/account.ts";
import type { Notice } from "../../core/findings/changes.ts";
import { identity } from "../../core/findings/draft.ts";
import { stillHolds } from "../../core/findings/drop-stale.ts";
import { type StatusRecord, statusOf, type Untold } from "../../core/records.ts";
import { isSnoozed } from "../../core/snooze.ts";
import { readAccounts } from "../../storage/accounts.ts";
import { commit } from "../../storage/commit.ts";
import { usable } from "../../storage/decode.ts";
import { settingsInForce } from "../../storage/settings.ts";
import { readStatus, readStatuses } from "../../storage/status.ts";
import { show } from "./show.ts";

let telling: Promise<void> = Promise.resolve();

/**
 * Shows what checks have found and nobody was told of yet, each once, and forgets it then. What a snooze has caught up with
 * waits for its end. One telling at a time.
 *
 * WHY [from the store]: a check stores what is to be told in the same write as the rest, and a change of the store wakes a
 * worker. So nothing is lost with a worker that ends between the two, whatever it was about to do.
 */
export function tellUntold(): Promise<void> {
  telling = telling.catch(() => {}).then(tellAll);
  return telling;
}

async function tellAll(): Promise<void> {
  const accounts = usable(await readAccounts())?.accounts ?? [];
  const statuses = await readStatuses(accounts.map(({ id }) => id));
  for (const account of accounts) {
    const status = statuses.get(account.id);
    if (status?.kind !== "ok" || status.value.untold === null) continue;
    try {
      await tell(account, accounts, status.value, status.value.untold);
    } catch (error) {
      // It is still in the store: the next change and the next start try again.
      report("A notification could not be shown", error);
    }
  }
}

async function tell(
  account: Account,
  accounts: readonly Account[],
  { state }: StatusRecord,
  untold: Untold,
): Promise<void> {
  const now = Date.now();
  const { notifications } = await settingsInForce();
  if (notifications && isSnoozed(state.snoozeUntil, now)) return;
  const notices = notifications ? stillHolds(untold, state, now) : [];
  if (notices.length > 0) await show({ account, accounts, state, notices, now }, untold.at);
  await forget(account.id, untold, notices);
}

async function forget(accountId: string, told: Untold, shown: readonly Notice[]): Promise<void> {
  await commit(async () => {
    const read = await readStatus(accountId);
    if (read.kind !== "ok" || read.value.untold === null) return null;
    const untold = read.value.untold.at === told.at ? null : without(read.value.untold, shown);
    return { set: { [statusOf(accountId)]: { ...read.value, untold } } };
  });
}

/** A check that ended meanwhile has something of its own to tell, and has taken over what it found untold. */
function without(untold: Untold, shown: readonly Notice[]): Untold | null {
  const name = (notice: Notice) => `${identity(notice)} ${notice.level} ${notice.recovered}`;
  const names = new Set(shown.map(name));
  const notices = untold.notices.filter((notice) => !names.has(name(notice)));
  return notices.length > 0 ? { ...untold, notices } : null;
}
