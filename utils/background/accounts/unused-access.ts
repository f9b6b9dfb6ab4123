import { giveBackAccess, originPattern } from "../../browser/access.ts";
import type { Region } from "../../core/model/account.ts";
import { readAccounts } from "../../storage/accounts.ts";
import { valueOrNull } from "../../storage/decode.ts";

/**
 * Gives back the permission for a self-hosted server that no account is on. Cal.com's own stay, and so do all while the list
 * of accounts can't be read.
 * @param pattern match pattern of the host permission
 */
export async function giveBackUnusedAccess(region: Region, pattern: string): Promise<void> {
  if (region !== "self-hosted") return;
  const read = await readAccounts();
  if (read.kind === "newer") return;
  const accounts = valueOrNull(read)?.accounts ?? [];
  if (!accounts.some(({ apiUrl }) => originPattern(apiUrl) === pattern)) await giveBackAccess(pattern);
}
