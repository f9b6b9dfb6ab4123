import { report } from "../../browser/report.ts";
import { passedBy, timeOf } from "../../core/clock.ts";
import { coveredIn, dropStale, freshAutomatic } from "../../core/findings/outbox.ts";
import { isProblemSnoozed } from "../../core/findings/snoozed.ts";
import type { Account } from "../../core/model/account.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { Notice } from "../../core/model/changes.ts";
import { identity } from "../../core/model/finding.ts";
import { type Outbox, type StatusRecord, statusOf } from "../../core/model/records.ts";
import { serial } from "../../core/serial.ts";
import { quietUntil } from "../../core/settings/quiet-hours/quiet-until.ts";
import type { Settings } from "../../core/settings/table.ts";
import { isSnoozed } from "../../core/snooze.ts";
import { readAccounts } from "../../storage/accounts.ts";
import { commit } from "../../storage/commit.ts";
import { valueOrNull } from "../../storage/decode.ts";
import { readEffectiveSettings } from "../../storage/settings.ts";
import { readStatus, readStatuses } from "../../storage/status.ts";
import { clearEnded } from "./clear.ts";
import { show } from "./show.ts";

const inTurn = serial();

/**
 * Shows what checks have found and nobody was told of yet, each once, and forgets it then. What a snooze or quiet hours
 * have caught up with waits for the end of both. One telling at a time.
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
  const settings = await readEffectiveSettings();
  for (const account of accounts) {
    const status = statuses.get(account.id);
    if (status?.kind !== "ok") continue;
    const { outbox, state } = status.value;
    try {
      if (outbox !== null) await flushOne({ account, accounts, settings }, status.value, outbox);
    } catch (error) {
      // It is still in the store: the next change and the next start try again.
      report("A notification could not be shown", error);
    }
    if (settings.keepErrors) await clearEnded(account.id, state);
  }
}

interface Flushing {
  account: Account;
  accounts: readonly Account[];
  settings: Settings;
}

async function flushOne(
  { account, accounts, settings }: Flushing,
  status: StatusRecord,
  outbox: Outbox,
): Promise<void> {
  const { state } = status;
  const now = Date.now();
  const time = timeOf(status, now);
  const passed = passedBy(status, time);
  const { notifications, keepErrors, quietHours } = settings;
  const waits = isSnoozed(state.snoozeUntil, passed) || quietUntil(quietHours, now) !== null;
  if (notifications && waits) return;
  const standing = notifications ? holding(outbox, state, quietHours, time) : NOTHING;
  // By a clock that has jumped nothing gets old: the next look tells whether it is right.
  if (notifications && sizeOf(holding(outbox, state, quietHours, passed)) > sizeOf(standing)) return;
  const isQuiet = isProblemSnoozed(state, passed);
  const told = { ...standing, notices: standing.notices.filter((notice) => !isQuiet(notice)) };
  const waiting = notifications ? waitingIn(outbox, standing.notices.filter(isQuiet), state) : [];
  const isNothing = sizeOf(told) === 0;
  if (isNothing && waiting.length > 0 && waiting.length === outbox.notices.length) return;
  if (!isNothing) await show({ account, accounts, state, ...told, now }, { at: outbox.at, keepErrors });
  await forget(account.id, outbox, told.notices, waiting);
}

type Told = Pick<Outbox, "notices" | "automatic">;
const NOTHING: Told = { notices: [], automatic: [] };
const sizeOf = ({ notices, automatic }: Told) => notices.length + automatic.length;

/** What of it is still worth telling. It was not to be told before the end of the quiet hours in which it came, and is no older. */
function holding(outbox: Outbox, state: AccountState, quietHours: string, now: number): Told {
  const due = { ...outbox, at: quietUntil(quietHours, outbox.at) ?? outbox.at };
  return { notices: dropStale(due, state, now), automatic: freshAutomatic(due, now) };
}

/** With all that is there of the same problems, which says what was told of them. */
function waitingIn(outbox: Outbox, quiet: readonly Notice[], state: AccountState): Notice[] {
  const ids = new Set([...quiet, ...coveredIn(outbox, state)].map(identity));
  return outbox.notices.filter((notice) => ids.has(identity(notice)));
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
    const { outbox: left } = read.value;
    // By their time two notifications of an account are told apart.
    const kept = waiting.length > 0 ? { at: told.at + 1, notices: waiting, automatic: [] } : null;
    const outbox = left.at === told.at ? kept : without(left, shown, told.automatic.length);
    return { set: { [statusOf(accountId)]: { ...read.value, outbox } } };
  });
}

/**
 * A check that ended meanwhile has something of its own to tell, and has taken over what it found in the outbox.
 * @param acts how many things were there that were put back by themselves: what is new stands after them
 */
function without(outbox: Outbox, shown: readonly Notice[], acts: number): Outbox | null {
  const name = (notice: Notice) => `${identity(notice)} ${notice.level} ${notice.recovered}`;
  const names = new Set(shown.map(name));
  const notices = outbox.notices.filter((notice) => !names.has(name(notice)));
  const automatic = outbox.automatic.slice(acts);
  return notices.length + automatic.length > 0 ? { ...outbox, notices, automatic } : null;
}
