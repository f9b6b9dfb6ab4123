import { hasAccess, originPattern } from "../platform/access.ts";
import { check } from "./check.ts";
import { watchedAccounts } from "./watched.ts";

/** Checks the accounts whose server may now be asked and could not before, or the other way round. */
export async function checkAccess(): Promise<void> {
  for (const { account, status } of await watchedAccounts()) {
    const isAllowed = await hasAccess(originPattern(account.apiUrl));
    const wasRefused = status.memory.lastFailure?.reason === "no-permission";
    if (isAllowed === wasRefused) await check(account.id);
  }
}
