import { check, isBeingChecked } from "../monitor/check.ts";
import { findAccount } from "../monitor/watched.ts";
import { sleep } from "../platform/sleep.ts";
import type { Memory } from "../status/memory.ts";
import { readStatus, statusToGoOn } from "../store/status.ts";

/** Cal.com keeps a list for 10 s, and not every change makes it forget that. */
const CACHE_MS = 11_000;

/**
 * `shown`: the list shows what was asked for. `old`: it still does not, and it is no cached one. `unread`: there was no
 * answer to tell by. `gone`: the account was removed meanwhile.
 */
export type Seen = "shown" | "old" | "unread" | "gone";

/** Looks at what Cal.com shows after a change; a list that still shows the old state is asked for again before it is believed. */
export async function readBack(accountId: string, isShown: (memory: Memory) => boolean): Promise<Seen> {
  const first = await look(accountId, isShown);
  if (first === "shown" || first === "gone") return first;
  await sleep(CACHE_MS);
  return look(accountId, isShown);
}

async function look(accountId: string, isShown: (memory: Memory) => boolean): Promise<Seen> {
  // One that was under way already may have been answered before the change.
  if (isBeingChecked(accountId)) await check(accountId);
  const checked = await check(accountId);
  if (!(await findAccount(accountId))) return "gone";
  const memory = statusToGoOn(await readStatus(accountId))?.memory;
  if (checked.kind !== "checked" || !memory || memory.lastFailure || memory.rejection) return "unread";
  return isShown(memory) ? "shown" : "old";
}
