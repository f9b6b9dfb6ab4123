import type { Account } from "../../core/model/account.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import { formatTime } from "../format-time.ts";
import { t, underscored } from "../i18n.ts";
import { isAnswered, outSince } from "../outage.ts";

/** Whose last check failed. */
interface Failing {
  account: Pick<Account, "region">;
  state: AccountState;
}

/** Why there was no answer to the last check, in whole sentences; "" when there was one. */
export function failureSentence({ account, state: { lastFailure, lastGoodAt } }: Failing): string {
  if (lastFailure === null) return "";
  const status = "status" in lastFailure ? lastFailure.status : "";
  if (lastFailure.reason !== "cal-error") return t(`failure.${underscored(lastFailure.reason)}`, [status]);
  // An older server answers so where it lacks a route. One that once had it does not.
  const lacksRoute = lastFailure.status === 404 && lastFailure.message.startsWith("Cannot ");
  const isOld = lacksRoute && account.region === "self-hosted" && lastGoodAt === null;
  return t(isOld ? "failure.old_server" : "failure.cal_error", [lastFailure.message, status]);
}

/**
 * Since when there is no good answer: the same above all problems and in the one that it is.
 * @param who the account's name, where others are not out
 */
export function outageText(state: AccountState, now: number, who: string | null = null): string {
  const key = isAnswered(state.lastFailure) ? "headline.noUsableAnswer" : "headline.unreachable";
  const since = formatTime(outSince(state, now), now);
  return who === null ? t(key, [since]) : t(`${key}For`, [who, since]);
}
