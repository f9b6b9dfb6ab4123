import { accountName } from "../../copy/account-name.ts";
import { formatTime } from "../../copy/format-time.ts";
import { t } from "../../copy/i18n.ts";
import { isAnswered, isOut } from "../../copy/outage.ts";
import { failureSentence, outageText } from "../../copy/problems/failure-sentence.ts";
import type { StoredAccount } from "../stored.ts";
import type { Headline } from "./headline-view.ts";

/** How old what is known of an account is, and why. @param who its name; null where there is no other to take it for */
export function ageOf(stored: StoredAccount, who: string | null, now: number): string {
  const { state } = stored;
  // A problem of its own says the reason.
  if (state.lastFailure === null || isOut(state)) return asOf(state.lastGoodAt, who, now);
  return `${asOf(state.lastGoodAt, who, now)} ${failureSentence(stored)}`;
}

function asOf(lastGoodAt: number | null, who: string | null, now: number): string {
  if (lastGoodAt === null)
    return who === null ? t("subline.neverAnswered") : t("subline.neverAnsweredFor", [who]);
  const at = formatTime(lastGoodAt, now);
  return who === null ? t("subline.asOf", [at]) : t("subline.asOfAccount", [who, at]);
}

/** Since when nothing is checked, as the key is refused. */
export function notMonitored(
  { lastGoodAt }: StoredAccount["state"],
  who: string | null,
  now: number,
): string {
  if (lastGoodAt === null)
    return who === null ? t("subline.neverWatched") : t("subline.neverWatchedFor", [who]);
  const at = formatTime(lastGoodAt, now);
  return who === null ? t("subline.notWatched", [at]) : t("subline.notWatchedFor", [who, at]);
}

/** Not one of these can be reached, or the one that is named. */
export function outage(accounts: readonly StoredAccount[], now: number): string {
  const outs = accounts.filter(({ state }) => isOut(state));
  if (outs.length < accounts.length) {
    const [first] = outs;
    return first ? outageText(first.state, now, accountName(first.account)) : "";
  }
  const [latest] = outs.sort((a, b) => (b.state.lastGoodAt ?? 0) - (a.state.lastGoodAt ?? 0));
  return latest ? outageText(latest.state, now) : "";
}

/** Before its first answer. */
export function unanswered(stored: StoredAccount, who: string | null, now: number): Headline {
  const { lastFailure } = stored.state;
  if (lastFailure === null) {
    const text = who === null ? t("headline.firstCheck") : t("headline.firstCheckFor", [who]);
    return { mood: "waiting", text, sub: null };
  }
  const key = isAnswered(lastFailure) ? "headline.noUsableAnswerYet" : "headline.neverReached";
  const text = who === null ? t(key) : t(`${key}For`, [who]);
  return { mood: "unknown", text, sub: ageOf(stored, who, now) };
}

/** Failures that no waiting ends. */
export function askingThePerson({ account, state }: StoredAccount): Headline | null {
  switch (state.lastFailure?.reason) {
    case "no-key":
      return {
        mood: "unknown",
        text: t("headline.keyForgotten"),
        sub: t(account.keyIn === "session" ? "subline.keyForgotten" : "subline.keyLost"),
      };
    case "no-permission":
      return {
        mood: "unknown",
        text: t("headline.permissionNeeded", [new URL(account.apiUrl).host]),
        sub: t("subline.permissionNeeded"),
      };
    default:
      return null;
  }
}
