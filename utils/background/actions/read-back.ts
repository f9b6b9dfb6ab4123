import { sleep } from "../../browser/sleep.ts";
import type { Shown } from "../../core/actions/plan.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import { readStatus, writableStatus } from "../../storage/status.ts";
import { type Checked, check } from "../checks/check.ts";
import { findAccount } from "../monitored-accounts.ts";

/** Cal.com keeps a list for 10 s, and not every change makes it forget that. */
export const CACHE_MS = 11_000;

/** `unread`: there was no answer to tell by. `account-gone`: the account was removed meanwhile. */
export type Seen = Shown | "unread" | "account-gone";

type Look = (state: AccountState) => Shown;

/** How sure it is that the change was made, by what Cal.com said. */
export type Certainty = "done" | "perhaps" | "not-done";

/**
 * Looks at what Cal.com shows after a change. A list that still shows the old state is asked for again before it is
 * believed, unless Cal.com has said that nothing was changed.
 */
export async function readBack(accountId: string, look: Look, certainty: Certainty): Promise<Seen> {
  const first = await lookNow(accountId, look);
  const isDoubtful = first.seen === "old" || first.seen === "unclear";
  // One that gave no answer twice need not be waited for a third time.
  const isWorthAnother = isDoubtful ? certainty !== "not-done" : certainty === "done" && first.mayPass;
  if (!isWorthAnother) return first.seen;
  await sleep(CACHE_MS);
  return (await lookNow(accountId, look)).seen;
}

/** @returns also whether there may be an answer a little later, where there was none */
async function lookNow(accountId: string, look: Look): Promise<{ seen: Seen; mayPass: boolean }> {
  const checked = await check(accountId);
  if (!(await findAccount(accountId))) return { seen: "account-gone", mayPass: false };
  const state = writableStatus(await readStatus(accountId))?.state;
  if (!state || !isGood(checked, state)) return { seen: "unread", mayPass: mayPass(state) };
  return { seen: look(state), mayPass: false };
}

function isGood({ kind }: Checked, { lastFailure, failures, rejection }: AccountState): boolean {
  return kind === "checked" && lastFailure === null && failures === 0 && rejection === null;
}

/** Not where the key is refused, or Cal.com wants to be left alone. */
function mayPass(state: AccountState | undefined): boolean {
  if (!state || state.rejection) return false;
  const reason = state.lastFailure?.reason;
  return (
    reason !== "rate-limited" && reason !== "offline" && reason !== "no-key" && reason !== "no-permission"
  );
}
