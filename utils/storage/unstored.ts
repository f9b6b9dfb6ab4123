import { browser } from "wxt/browser";
import { SCREEN, UNSTORED } from "../core/model/records.ts";
import { serial } from "../core/serial.ts";

const inTurn = serial();

/** Ids of the accounts whose last check could not be stored: what is stored of them may be out of date. */
export async function readUnstored(): Promise<string[]> {
  const { [UNSTORED]: raw } = await browser.storage.session.get(UNSTORED);
  return unstoredIn(raw);
}

/** What is left of a stored record. */
export function unstoredIn(raw: unknown): string[] {
  return Array.isArray(raw) ? raw.filter((id) => typeof id === "string") : [];
}

/** To be called when a check of this account could not be stored. What the popup would show first is of before, and goes. */
export async function noteUnstored(accountId: string): Promise<void> {
  await change((ids) => [...ids, accountId]);
  await browser.storage.local.remove(SCREEN).catch(() => {});
}

/** To be called when a check of this account is stored again, and when there is no such account any more. */
export function clearUnstored(accountId: string): Promise<void> {
  return change((ids) => ids.filter((id) => id !== accountId));
}

/** Lets go of all others: of those that are no accounts nothing will ever be stored again. */
export function keepUnstored(accountIds: readonly string[]): Promise<void> {
  return change((ids) => ids.filter((id) => accountIds.includes(id)));
}

/** One change at a time, as accounts are checked side by side. Writes only what is different. */
function change(next: (ids: string[]) => string[]): Promise<void> {
  return inTurn(async () => {
    const before = await readUnstored();
    const after = [...new Set(next(before))];
    if (after.length !== before.length) await browser.storage.session.set({ [UNSTORED]: after });
  });
}
