import type { Failure } from "../../cal-api/observation.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import { formatTime } from "../format-time.ts";
import { t } from "../i18n.ts";
import { isAnswered, outSince } from "../outage.ts";

/** Why there was no answer, as a sentence. */
export function failureSentence(failure: Failure): string {
  switch (failure.reason) {
    case "offline":
      return t("failure.offline");
    case "unreachable":
      return t("failure.unreachable");
    case "timed-out":
      return t("failure.timedOut");
    case "rate-limited":
      return t("failure.rateLimited");
    case "server-failed":
      return t("failure.serverFailed", [failure.status]);
    case "not-cal-api":
      return t("failure.notCalApi", [failure.status]);
    case "too-large":
      return t("failure.tooLarge");
    case "no-key":
      return t("failure.noKey");
    case "no-permission":
      return t("failure.noPermission");
  }
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
