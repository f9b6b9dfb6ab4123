import { report } from "../../browser/report.ts";
import { dropStale, recentActs } from "../../core/findings/outbox.ts";
import type { Account } from "../../core/model/account.ts";
import type { AutomaticAct } from "../../core/model/automatic.ts";
import type { Notice } from "../../core/model/changes.ts";
import { identity } from "../../core/model/finding.ts";
import { type Outbox, type StatusRecord, statusOf } from "../../core/model/records.ts";
import { serial } from "../../core/serial.ts";
import { isSnoozed } from "../../core/snooze.ts";
import { readAccounts } from "../../storage/accounts.ts";
import { commit } from "../../storage/commit.ts";
import { valueOrNull } from "../../storage/decode.ts";
import { readEffectiveSettings } from "../../storage/settings.ts";
import { readStatus, readStatuses } from "../../storage/status.ts";
import { show } from "./show.ts";

const inTurn = serial();

/**
 * Shows what checks have found and nobody was told of yet, each once, and forgets it then. What a snooze has caught up with
 * waits for its end. One telling at a time.
 *
 * WHY [from the store]: a check stores what is to be told in the same write as the rest, and a change of the store wakes a
 * worker. So nothing is lost with a worker that ends between the two, whatever it was about to do.
 * (docs/decisions/0017-notification-outbox.md)
 */
export function flushOutbox(): Promise<void> {
  return inTurn(flushAll);
}

async function flushAll(): Promise<void> {
  const accounts = valueOrNull(await readAccounts())?.accounts ?? [];
  const statuses = await readStatuses(accounts.map(({ id }) => id));
  for (const account of accounts) {
    const status = statuses.get(account.id);
    if (status?.kind !== "ok" || status.value.outbox === null) continue;
    try {
      await flushOne(account, accounts, status.value, status.value.outbox);
    } catch (error) {
      // It is still in the store: the next change and the next start try again.
      report("A notification could not be shown", error);
    }
  }
}

async function flushOne(
  account: Account,
  accounts: readonly Account[],
  { state }: StatusRecord,
  outbox: Outbox,
): Promise<void> {
  const now = Date.now();
  const { notifications } = await readEffectiveSettings();
  if (notifications && isSnoozed(state.snoozeUntil, now)) return;
  const notices = notifications ? dropStale(outbox, state, now) : [];
  const automatic = notifications ? recentActs(outbox, now) : [];
  if (notices.length > 0 || automatic.length > 0) {
    await show({ account, accounts, state, notices, automatic, now }, outbox.at);
  }
  await forget(account.id, outbox, notices);
}

async function forget(accountId: string, told: Outbox, shown: readonly Notice[]): Promise<void> {
  await commit(async () => {
    const read = await readStatus(accountId);
    if (read.kind !== "ok" || read.value.outbox === null) return null;
    const outbox =
      read.value.outbox.at === told.at ? null : without(read.value.outbox, shown, told.automatic);
    return { set: { [statusOf(accountId)]: { ...read.value, outbox } } };
  });
}

/** A check that ended meanwhile has something of its own to tell, and has taken over what it found in the outbox. */
function without(outbox: Outbox, shown: readonly Notice[], told: readonly AutomaticAct[]): Outbox | null {
  const name = (notice: Notice) => `${identity(notice)} ${notice.level} ${notice.recovered}`;
  const names = new Set(shown.map(name));
  const notices = outbox.notices.filter((notice) => !names.has(name(notice)));
  // What was put back stands in the order in which it was.
  const automatic = outbox.automatic.slice(told.length);
  return notices.length > 0 || automatic.length > 0 ? { ...outbox, notices, automatic } : null;
}
