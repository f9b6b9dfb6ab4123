import { hasAccess, originPattern } from "../../browser/access.ts";
import { fetchMe } from "../../cal-api/client.ts";
import { cleanKey } from "../../cal-api/key.ts";
import { accountWho } from "../../copy/account-name.ts";
import { type Account, UNKNOWN_USER } from "../../core/model/account.ts";
import type { ConnectReply, SetUpProblem } from "../../messaging/replies.ts";
import { abandonCheck, check, isOnline } from "../checks/check.ts";
import { findAccount } from "../monitored-accounts.ts";
import { freshPolicy } from "../settings/refresh-policy.ts";
import { isAllowed, problemOf } from "./set-up-problem.ts";
import { storeOtherKey } from "./store-account.ts";

/**
 * Gives an account another key, once its own server has said that it is the same person's: another person's calendars
 * would all look new or gone.
 * @param typed the key as it was typed
 */
export async function replaceKey(
  accountId: string,
  typed: string,
  keyIn: Account["keyIn"],
): Promise<ConnectReply> {
  const cleaned = cleanKey(typed);
  if (!cleaned.ok) return refused({ problem: cleaned.problem });
  const account = await findAccount(accountId);
  if (!account) return refused({ problem: "accountGone" });
  if (!isAllowed(await freshPolicy(), account.apiUrl)) return refused({ problem: "notAllowed" });
  if (!(await hasAccess(originPattern(account.apiUrl)))) return refused({ problem: "noPermission" });
  if (!isOnline()) return refused({ problem: "offline" });

  const answer = await fetchMe(account.apiUrl, cleaned.key);
  if (answer.kind !== "me") return refused(problemOf(answer, null));
  const { me } = answer;
  if (!isSameUser(account.user, me))
    return refused({ problem: "otherUser", who: accountWho({ label: null, user: me }) });

  const stored = await storeOtherKey(accountId, { user: me, keyIn }, cleaned.key);
  if (!stored.ok) return stored;
  abandonCheck(accountId);
  await check(accountId);
  return stored;
}

/** Of whom the id was lost, the address tells whether it is the same person, as long as it is known. */
function isSameUser(known: Account["user"], me: Account["user"]): boolean {
  if (known.id !== UNKNOWN_USER.id) return known.id === me.id;
  return known.email === null || known.email === me.email;
}

function refused(problem: SetUpProblem): ConnectReply {
  return { ok: false, problem };
}
