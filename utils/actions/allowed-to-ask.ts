import type { ActionProblem } from "../messages/message.ts";
import { isOnline } from "../monitor/ask.ts";
import { hasAccess, originPattern } from "../platform/access.ts";
import type { Account } from "../store/account.ts";

/** Why there can be no answer, before Cal.com is asked; null when there may be one. */
export async function isAllowedToAsk(account: Account): Promise<ActionProblem | null> {
  if (!(await hasAccess(originPattern(account.apiUrl)))) return { problem: "noPermission" };
  return isOnline() ? null : { problem: "offline" };
}
