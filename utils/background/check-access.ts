import { hasAccess, originPattern } from "../browser/access.ts";
import { APART_MS, checkInTurn, type Turn } from "./checks/check-in-turn.ts";
import { monitoredAccounts } from "./monitored-accounts.ts";

/** Checks the accounts whose server may now be asked and could not before, or the other way round. */
export async function checkAccess(): Promise<void> {
  const turns: Turn[] = [];
  for (const monitored of await monitoredAccounts()) {
    const isAllowed = await hasAccess(originPattern(monitored.account.apiUrl));
    const wasRefused = monitored.status.state.lastFailure?.reason === "no-permission";
    if (isAllowed === wasRefused) turns.push({ monitored, notBefore: 0 });
  }
  await checkInTurn(turns, APART_MS.waitedFor);
}
