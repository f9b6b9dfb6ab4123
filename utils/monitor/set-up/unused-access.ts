import { giveBackAccess, originPattern } from "../../platform/access.ts";
import type { Region } from "../../store/account.ts";
import { readAccounts } from "../../store/accounts.ts";
import { usable } from "../../store/read.ts";

/**
 * Gives back the permission for a self-hosted server that no account is on. Cal.com's own stay, and so do all while the list
 * of accounts can't be read.
 * @param pattern match pattern of the host permission
 */
export async function giveBackUnusedAccess(region: Region, pattern: string): Promise<void> {
  if (region !== "self-hosted") return;
  const read = await readAccounts();
  if (read.kind === "newer") return;
  const accounts = usable(read)?.accounts ?? [];
  if (!accounts.some(({ apiUrl }) => originPattern(apiUrl) === pattern)) await giveBackAccess(pattern);
}
