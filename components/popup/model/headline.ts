import type { Stored, StoredAccount } from "../../../utils/pages/stored.ts";
import { summarise } from "../../../utils/status/summary.ts";
import { plural, t } from "../../../utils/words.ts";
import { moment } from "../../shared/moment.ts";
import { failureSentence } from "../copy/failure-sentence.ts";
import { type Counted, counted } from "./counted.ts";

/** Which picture stands beside the headline. */
export type Mood = "ok" | "error" | "warning" | "notice" | "unknown" | "waiting";

export interface Headline {
  mood: Mood;
  text: string;
  /** One more line of context; null where the headline says it all. */
  sub: string | null;
}

/** The answer to "are my calendars working?", over all accounts, the most urgent first. */
export function headline({ accounts, settings }: Stored, now: number): Headline {
  const memories = accounts.map(({ memory }) => memory);
  const { state, level } = summarise(memories, settings.countingLevel, now);
  const counts = counted(accounts, settings.countingLevel);
  switch (state) {
    case "rejected":
      return rejected(accounts, now);
    case "attention":
      return { mood: level ?? "notice", text: attention(counts), sub: attentionSub(accounts, counts, now) };
    case "unknown":
      return unreachable(accounts, now);
    case "setup":
    case "ok":
      return withoutAnswer(accounts, now) ?? calm(accounts, counts, now);
  }
}

function rejected(accounts: readonly StoredAccount[], now: number): Headline {
  const memory = accounts.find(({ memory }) => memory.rejection !== null)?.memory;
  const lastGoodAt = memory?.lastGoodAt ?? null;
  return {
    mood: "error",
    text: rejectionText(memory?.rejection ?? "invalid"),
    sub: lastGoodAt === null ? t("subline.neverWatched") : t("subline.notWatched", [moment(lastGoodAt, now)]),
  };
}

function rejectionText(rejection: NonNullable<StoredAccount["memory"]["rejection"]>): string {
  switch (rejection) {
    case "invalid":
      return t("headline.keyRejected");
    case "expired":
      return t("headline.keyExpired");
    case "forbidden":
      return t("headline.keyForbidden");
    case "licence":
      return t("headline.noLicence");
  }
}

function attention({ problems, looks }: Counted): string {
  if (looks === 0) return plural("headline.problems", problems);
  const things = plural("headline.looks", looks);
  if (problems === 0) return things;
  return t("headline.problemsAndLooks", [plural("headline.problems", problems), things]);
}

/** A count is only as good as the answer it comes from, so an old answer is named. */
function attentionSub(accounts: readonly StoredAccount[], counts: Counted, now: number): string | null {
  const failing = accounts.find(({ memory }) => memory.lastFailure !== null);
  if (failing) return stale(failing, now);
  return counts.expected > 0 ? plural("subline.expected", counts.expected) : null;
}

function stale({ memory }: StoredAccount, now: number): string {
  const reason = memory.lastFailure ? failureSentence(memory.lastFailure) : "";
  if (memory.lastGoodAt === null) return `${t("subline.neverAnswered")} ${reason}`.trim();
  return `${t("subline.asOf", [moment(memory.lastGoodAt, now)])} ${reason}`.trim();
}

function unreachable(accounts: readonly StoredAccount[], now: number): Headline {
  const account =
    accounts.find(({ memory }) => memory.findings.some(({ kind }) => kind === "unreachable")) ?? accounts[0];
  const fixable = account && needsThePerson(account);
  if (fixable) return fixable;
  const since = account?.memory.lastGoodAt ?? account?.memory.firstAttemptAt ?? now;
  const failure = account?.memory.lastFailure;
  return {
    mood: "unknown",
    text: t("headline.unreachable", [moment(since, now)]),
    sub: failure ? failureSentence(failure) : null,
  };
}

/** Failures that no waiting ends. */
function needsThePerson({ account, memory }: StoredAccount): Headline | null {
  switch (memory.lastFailure?.reason) {
    case "no-key":
      return { mood: "unknown", text: t("headline.keyForgotten"), sub: t("subline.keyForgotten") };
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

function withoutAnswer(accounts: readonly StoredAccount[], now: number): Headline | null {
  for (const account of accounts) {
    const headline = needsThePerson(account);
    if (headline) return headline;
  }
  const unanswered = accounts.find(({ memory }) => memory.lastGoodAt === null);
  if (!unanswered) return null;
  return unanswered.memory.lastFailure === null
    ? { mood: "waiting", text: t("headline.firstCheck"), sub: null }
    : { mood: "unknown", text: t("headline.neverReached"), sub: stale(unanswered, now) };
}

/** Nothing is counted. That is not always the same as "all is well". */
function calm(accounts: readonly StoredAccount[], counts: Counted, now: number): Headline {
  const failing = accounts.find(({ memory }) => memory.lastFailure !== null);
  const sub = failing ? stale(failing, now) : calmSub(counts);
  if (counts.suspected > 0) {
    return { mood: "waiting", text: t("headline.checkingAgain"), sub: t("subline.checkingAgain") };
  }
  if (counts.expected + counts.belowBadge > 0) return { mood: "ok", text: t("headline.noNewProblems"), sub };
  const live = liveCalendars(accounts);
  if (live === 0) return { mood: "notice", text: t("headline.noCalendars"), sub };
  if (!failing) return { mood: "ok", text: plural("headline.allWorking", live), sub };
  const at = moment(failing.memory.lastGoodAt ?? now, now);
  const reason = failing.memory.lastFailure ? failureSentence(failing.memory.lastFailure) : null;
  return { mood: "ok", text: plural("headline.wereWorking", live, [at]), sub: reason };
}

function calmSub({ expected, belowBadge, looksBelowBadge }: Counted): string | null {
  if (belowBadge > 0) return plural("subline.belowBadge", belowBadge);
  if (expected > 0) return plural("subline.expected", expected);
  return looksBelowBadge > 0 ? plural("subline.looksBelowBadge", looksBelowBadge) : null;
}

function liveCalendars(accounts: readonly StoredAccount[]): number {
  return accounts
    .flatMap(({ memory }) => memory.connections)
    .filter(({ condition }) => condition === "healthy")
    .reduce((sum, { calendars }) => sum + calendars.filter(({ missing }) => !missing).length, 0);
}
