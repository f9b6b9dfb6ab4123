import type { Account } from "../../core/model/account.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { BadgeAccount } from "../../core/model/badge-input.ts";
import { accountAmong } from "../account-name.ts";
import { formatTime, isSameDay } from "../format-time.ts";
import { t } from "../i18n.ts";
import { isAnswered, isMixed, isOld, isOut, oldestAnswer, outSince } from "../outage.ts";

/**
 * When it was last checked, so that no part of what is said is older than that. Where some accounts are older than others, of
 * the others alone.
 */
export function checkedSentence(states: readonly AccountState[], now: number): string | null {
  const mixed = isMixed(states);
  const at = oldestAnswer(mixed ? states.filter((state) => !isOld(state)) : states);
  if (at === null) return null;
  const today = isSameDay(at, now);
  if (mixed) return t(today ? "tooltip.othersCheckedAt" : "tooltip.othersCheckedOn", [formatTime(at, now)]);
  return t(today ? "tooltip.lastCheckedAt" : "tooltip.lastCheckedOn", [formatTime(at, now)]);
}

/** That Cal.com can't be reached: of all at once, or of each account that is known from before only. */
export function outageSentences(accounts: readonly BadgeAccount[], now: number): string[] {
  if (!accounts.every(({ state }) => isOut(state))) {
    return accounts.flatMap((account) => oldSentence(account, accounts, now) ?? []);
  }
  // Since then there was none that could be reached.
  const since = Math.max(...accounts.map(({ state }) => outSince(state, now)));
  const answered = accounts.some(({ state }) => isAnswered(state.lastFailure));
  return [t(answered ? "tooltip.noUsableAnswer" : "tooltip.unreachable", [formatTime(since, now)])];
}

/** What is to be said of an account whose last check failed. Null of one of which something else is said. */
function oldSentence(
  { account, state, lacks }: BadgeAccount,
  accounts: readonly BadgeAccount[],
  now: number,
): string | null {
  const { lastFailure, lastGoodAt } = state;
  if (lacks !== null || state.rejection !== null || (lastFailure === null && !isOut(state))) return null;
  const who = nameIn(accounts, account);
  const answered = isAnswered(lastFailure);
  if (isOut(state)) {
    const since = formatTime(outSince(state, now), now);
    return t(answered ? "tooltip.noUsableAnswerFor" : "tooltip.unreachableFor", [who, since]);
  }
  if (lastGoodAt === null)
    return t(answered ? "tooltip.noUsableAnswerYetFor" : "tooltip.neverReachedFor", [who]);
  const key = isSameDay(lastGoodAt, now) ? "tooltip.accountCheckedAt" : "tooltip.accountCheckedOn";
  return t(key, [who, formatTime(lastGoodAt, now)]);
}

/** Of an account that was never answered. */
export function unansweredSentence(accounts: readonly BadgeAccount[]): string | null {
  const unanswered = accounts.find(({ state }) => state.lastGoodAt === null);
  if (!unanswered) return null;
  const { lastFailure } = unanswered.state;
  const key =
    lastFailure === null
      ? "tooltip.firstCheck"
      : isAnswered(lastFailure)
        ? "tooltip.noUsableAnswerYet"
        : "tooltip.neverReached";
  return accounts.length === 1 ? t(key) : t(`${key}For`, [nameIn(accounts, unanswered.account)]);
}

/** What an account is called among all that the tooltip is about. */
export function nameIn(accounts: readonly BadgeAccount[], account: Account): string {
  return accountAmong(
    account,
    accounts.map((one) => one.account),
  );
}
