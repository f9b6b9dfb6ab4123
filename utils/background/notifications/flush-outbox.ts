import { report } from "../../browser/report.ts";
import { dropStale } from "../../core/findings/outbox.ts";
import { isProblemSnoozed } from "../../core/findings/snoozed.ts";
import type { Account } from "../../core/model/account.ts";
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
  const standing = notifications ? dropStale(outbox, state, now) : [];
  const isQuiet = isProblemSnoozed(state, now);
  const notices = standing.filter((notice) => !isQuiet(notice));
  const waiting = standing.filter(isQuiet);
  if (notices.length === 0 && waiting.length === outbox.notices.length) return;
  if (notices.length > 0) await show({ account, accounts, state, notices, now }, outbox.at);
  await forget(account.id, outbox, notices, waiting);
}

/** @param waiting what is kept for another notification */
async function forget(
  accountId: string,
  told: Outbox,
  shown: readonly Notice[],
  waiting: Notice[],
): Promise<void> {
  await commit(async () => {
    const read = await readStatus(accountId);
    if (read.kind !== "ok" || read.value.outbox === null) return null;
    // By their time two notifications of an account are told apart.
    const left = waiting.length > 0 ? { ...told, at: told.at + 1, notices: waiting } : null;
    const outbox = read.value.outbox.at === told.at ? left : without(read.value.outbox, shown);
    return { set: { [statusOf(accountId)]: { ...read.value, outbox } } };
  });
}

/** A check that ended meanwhile has something of its own to tell, and has taken over what it found in the outbox. */
function without(outbox: Outbox, shown: readonly Notice[]): Outbox | null {
  const name = (notice: Notice) => `${identity(notice)} ${notice.level} ${notice.recovered}`;
  const names = new Set(shown.map(name));
  const notices = outbox.notices.filter((notice) => !names.has(name(notice)));
  return notices.length > 0 ? { ...outbox, notices } : null;
}
