import { browser } from "wxt/browser";
import { UNSTORED } from "./records.ts";

let last: Promise<unknown> = Promise.resolve();

/** Whether the last check of some account could not be stored: what is stored may be out of date. */
export async function readUnstored(): Promise<boolean> {
  return (await accountIds()).length > 0;
}

/** To be called when a check of this account could not be stored. */
export function noteUnstored(accountId: string): Promise<void> {
  return change((ids) => [...ids, accountId]);
}

/** To be called when a check of this account is stored again, and when there is no such account any more. */
export function clearUnstored(accountId: string): Promise<void> {
  return change((ids) => ids.filter((id) => id !== accountId));
}

/** One change at a time, as accounts are checked side by side. Writes only what is different. */
function change(next: (ids: string[]) => string[]): Promise<void> {
  const done = last.then(async () => {
    const before = await accountIds();
    const after = [...new Set(next(before))];
    if (after.length !== before.length) await browser.storage.session.set({ [UNSTORED]: after });
  });
  last = done.catch(() => {});
  return done;
}

async function accountIds(): Promise<string[]> {
  const { [UNSTORED]: raw } = await browser.storage.session.get(UNSTORED);
  return Array.isArray(raw) ? raw.filter((id) => typeof id === "string") : [];
}
