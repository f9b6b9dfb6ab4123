import { moment } from "../../../utils/moment.ts";
import type { Stored, StoredAccount } from "../../../utils/pages/stored.ts";
import type { Memory } from "../../../utils/status/memory.ts";
import { summarise } from "../../../utils/status/summary.ts";
import { failureSentence, outageText } from "../../../utils/telling/copy/failure-sentence.ts";
import { type Counted, counted, isAllWell, workingCalendars } from "../../../utils/telling/counted.ts";
import { isAnswered, isOut, oldestAnswer } from "../../../utils/telling/outage.ts";
import { plural, t } from "../../../utils/words.ts";

/** Which picture stands beside the headline. */
export type Mood = "ok" | "error" | "warning" | "notice" | "unknown" | "waiting";

export interface Headline {
  mood: Mood;
  text: string;
  /** One more line of context; null where the headline says it all. */
  sub: string | null;
}

/** The answer to "are my calendars working?", over all accounts, the most urgent first. */
export function headline(stored: Stored, now: number): Headline {
  if (stored.unstored.length === 0) return headlineOf(stored, now);
  // What is drawn of these is older than their last answer: nothing of it is the answer to that question.
  const accounts = stored.accounts.filter(({ account }) => !stored.unstored.includes(account.id));
  const others = { accounts, settings: stored.settings };
  const sub = t("subline.notStored");
  if (hasProblem(others, now)) return { ...headlineOf(others, now), sub };
  return { mood: "unknown", text: t("headline.notStored"), sub };
}

/** Whether there is something worse than not to know how things are. */
function hasProblem({ accounts, settings }: Pick<Stored, "accounts" | "settings">, now: number): boolean {
  const memories = accounts.map(({ memory }) => memory);
  const { state } = summarise(memories, settings.countingLevel, now);
  return (
    state === "rejected" || (state === "attention" && !isAllWell(counted(memories, settings.countingLevel)))
  );
}

function headlineOf({ accounts, settings }: Pick<Stored, "accounts" | "settings">, now: number): Headline {
  const memories = accounts.map(({ memory }) => memory);
  const { state, level } = summarise(memories, settings.countingLevel, now);
  const counts = counted(memories, settings.countingLevel);
  switch (state) {
    case "rejected":
      return rejected(accounts, now);
    case "attention":
      if (isAllWell(counts)) return withLooks(memories, counts.looks, now);
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
    text: t(`problem.keyRejected.${memory?.rejection ?? "invalid"}`),
    sub: lastGoodAt === null ? t("subline.neverWatched") : t("subline.notWatched", [moment(lastGoodAt, now)]),
  };
}

function attention({ problems, looks }: Counted): string {
  if (looks === 0) return plural("headline.problems", problems);
  const things = plural("headline.looks", looks);
  if (problems === 0) return things;
  return t("headline.problemsAndLooks", [plural("headline.problems", problems), things]);
}

/** That everything works is the answer; what is worth a look comes second. */
function withLooks(memories: readonly Memory[], looks: number, now: number): Headline {
  const things = plural("subline.looks", looks);
  const failure = memories.find((memory) => memory.lastFailure !== null && !isOut(memory))?.lastFailure;
  const sub = failure ? `${things} ${failureSentence(failure)}` : things;
  return { mood: "notice", text: working(memories, now), sub };
}

/** A count is only as good as the answer it comes from, so an old answer is named. */
function attentionSub(accounts: readonly StoredAccount[], counts: Counted, now: number): string | null {
  const failing = accounts.find(({ memory }) => memory.lastFailure !== null);
  if (failing) return stale(failing, now);
  return counts.expected > 0 ? plural("subline.expected", counts.expected) : null;
}

/** Without the reason where a problem of its own says it. */
function stale({ memory }: StoredAccount, now: number): string {
  const { lastFailure, lastGoodAt } = memory;
  const age = lastGoodAt === null ? t("subline.neverAnswered") : t("subline.asOf", [moment(lastGoodAt, now)]);
  return lastFailure && !isOut(memory) ? `${age} ${failureSentence(lastFailure)}` : age;
}

function unreachable(accounts: readonly StoredAccount[], now: number): Headline {
  const account = accounts.find(({ memory }) => isOut(memory)) ?? accounts[0];
  const fixable = account && askingThePerson(account);
  if (fixable) return fixable;
  return { mood: "unknown", text: account ? outageText(account.memory, now) : "", sub: null };
}

/** Failures that no waiting ends. */
function askingThePerson({ account, memory }: StoredAccount): Headline | null {
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
    const headline = askingThePerson(account);
    if (headline) return headline;
  }
  const unanswered = accounts.find(({ memory }) => memory.lastGoodAt === null);
  if (!unanswered) return null;
  const { lastFailure } = unanswered.memory;
  if (lastFailure === null) return { mood: "waiting", text: t("headline.firstCheck"), sub: null };
  const text = t(isAnswered(lastFailure) ? "headline.noUsableAnswerYet" : "headline.neverReached");
  return { mood: "unknown", text, sub: stale(unanswered, now) };
}

/** Nothing is counted. That is not always the same as "all is well". */
function calm(accounts: readonly StoredAccount[], counts: Counted, now: number): Headline {
  const memories = accounts.map(({ memory }) => memory);
  const failing = accounts.find(({ memory }) => memory.lastFailure !== null);
  const sub = failing ? stale(failing, now) : calmSub(counts);
  if (counts.belowBadge > 0) {
    return { mood: "warning", text: plural("headline.belowBadge", counts.belowBadge), sub };
  }
  if (counts.suspected > 0) {
    return { mood: "waiting", text: t("headline.checkingAgain"), sub: t("subline.checkingAgain") };
  }
  if (counts.expected > 0) return { mood: "ok", text: t("headline.noNewProblems"), sub };
  const text = working(memories, now);
  const mood = workingCalendars(memories) === 0 ? "notice" : "ok";
  // The text itself says of when it is.
  const reason = failing?.memory.lastFailure;
  return { mood, text, sub: reason && mood === "ok" ? failureSentence(reason) : sub };
}

function calmSub({ expected, looksBelowBadge }: Counted): string | null {
  if (expected > 0) return plural("subline.expected", expected);
  return looksBelowBadge > 0 ? plural("subline.looks", looksBelowBadge) : null;
}

function working(memories: readonly Memory[], now: number): string {
  const calendars = workingCalendars(memories);
  if (calendars === 0) return t("headline.noCalendars");
  const answeredAt = oldestAnswer(memories);
  const isOld = memories.some(({ lastFailure }) => lastFailure !== null);
  if (!isOld || answeredAt === null) return plural("headline.allWorking", calendars);
  return plural("headline.wereWorking", calendars, [moment(answeredAt, now)]);
}
