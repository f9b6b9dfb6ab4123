import { accountName } from "../../copy/account-name.ts";
import { type Counted, counted, isAllWell } from "../../copy/counted.ts";
import { formatTime } from "../../copy/format-time.ts";
import { listOf, plural, t } from "../../copy/i18n.ts";
import { isMixed, isOut, oldestAnswer } from "../../copy/outage.ts";
import { failureSentence } from "../../copy/problems/failure-sentence.ts";
import { workingCalendars } from "../../core/calendars/distinct.ts";
import { withoutSnoozed } from "../../core/findings/snoozed.ts";
import { summarise } from "../../core/findings/summary.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import { DAY } from "../../core/time.ts";
import type { Stored, StoredAccount } from "../stored.ts";
import { withGaps } from "./gaps.ts";
import type { Headline } from "./headline-view.ts";
import { checkedOf, health } from "./health.ts";
import { ageOf, askingThePerson, notMonitored, outage, unanswered } from "./of-one-account.ts";
import type { Told } from "./told.ts";

/**
 * The answer to "are my calendars working?", over all accounts, the most urgent first.
 * @param told what stands below it; null where nothing does, so that problems are counted one by one
 */
export function headline(stored: Stored, now: number, told: Told | null = null): Headline {
  return withGaps(answer(stored, now, told), stored);
}

function answer(stored: Stored, now: number, told: Told | null): Headline {
  const lack = lacking(stored);
  if (!lack) return headlineOf(stored, now, told);
  const others = { accounts: lack.others, settings: stored.settings };
  if (!hasProblem(others, now)) return { mood: "unknown", text: lack.text, sub: lack.why };
  return { ...headlineOf(others, now, told), sub: lack.isSaid ? lack.why : `${lack.text}. ${lack.why}` };
}

/** Accounts of which nothing that is drawn is the answer to that question, and what is to be said of them. */
function lacking({ accounts, unstored }: Stored) {
  const blind = accounts.filter(({ unreadable }) => unreadable !== undefined);
  const old = accounts.filter(({ account }) => unstored.includes(account.id));
  const others = accounts.filter((one) => !blind.includes(one) && !old.includes(one));
  const [first] = blind;
  if (first?.unreadable) {
    const text = t("headline.notRead", [listOf(blind.map(({ account }) => accountName(account)))]);
    return { others, text, why: t(`unreadable.${first.unreadable}`), isSaid: false };
  }
  // What is drawn of these is older than their last answer.
  if (old.length === 0) return null;
  return { others, text: t("headline.notStored"), why: t("subline.notStored"), isSaid: true };
}

/** Whether there is something worse than not to know how things are. */
function hasProblem({ accounts, settings }: Pick<Stored, "accounts" | "settings">, now: number): boolean {
  const states = accounts.map(({ state }) => state);
  const { overall } = summarise(loud(states, now), settings.countingLevel);
  return (
    overall === "rejected" ||
    (overall === "attention" && !isAllWell(counted(states, settings.countingLevel, now)))
  );
}

function headlineOf(
  { accounts, settings }: Pick<Stored, "accounts" | "settings">,
  now: number,
  told: Told | null = null,
): Headline {
  const states = accounts.map(({ state }) => state);
  const { overall, level } = summarise(loud(states, now), settings.countingLevel);
  const counts = counted(states, settings.countingLevel, now);
  switch (overall) {
    case "rejected":
      return rejected(accounts, now);
    case "attention":
      if (isAllWell(counts)) return withLooks(accounts, counts.notices, now);
      if (counts.problems === 0 && counts.suspected > 0) return checkingAgain();
      return {
        mood: level ?? "notice",
        text: attention(counts, told),
        sub: attentionSub(accounts, counts, now),
      };
    case "unknown":
      return unreachable(accounts, now);
    case "setup":
    case "ok":
      return withoutAnswer(accounts, now) ?? calm(accounts, counts, now);
  }
}

function loud(states: readonly AccountState[], now: number): AccountState[] {
  return states.map((state) => withoutSnoozed(state, now));
}

function rejected(accounts: readonly StoredAccount[], now: number): Headline {
  const rejected = accounts.find(({ state }) => state.rejection !== null);
  return {
    mood: "error",
    text: t(`problem.keyRejected.${rejected?.state.rejection ?? "invalid"}`),
    sub: rejected ? notMonitored(rejected.state, nameIn(accounts, rejected), now) : null,
  };
}

/** The one problem itself; of several how many, as they are told below. */
function attention({ problems, notices }: Counted, told: Told | null): string {
  if (told && told.problems > 0) return told.only ?? plural("headline.problems", told.problems);
  if (notices === 0) return plural("headline.problems", problems);
  const things = plural("headline.looks", notices);
  if (problems === 0) return things;
  return t("headline.problemsAndLooks", [plural("headline.problems", problems), things]);
}

/** That everything works is the answer; what is worth a look comes second. */
function withLooks(accounts: readonly StoredAccount[], looks: number, now: number): Headline {
  const states = accounts.map(({ state }) => state);
  const isOld = failingOf(accounts) !== undefined;
  const parts = [
    isOld ? null : health(states),
    plural("subline.looks", looks),
    ageBesideWorking(accounts, now),
  ];
  const sub = parts.filter((part) => part !== null).join(" ");
  // Somebody new, whose calendars all work, is not greeted with a mark that stands for something to do.
  return { mood: isOld ? "notice" : "ok", text: working(states, now), sub };
}

/** A count is only as good as the answer it comes from, so an old answer is named. */
function attentionSub(accounts: readonly StoredAccount[], counts: Counted, now: number): string | null {
  const failing = failingOf(accounts);
  if (failing) return ageOf(failing, nameIn(accounts, failing), now);
  const parts = [checkedOf(accounts.map(({ state }) => state)), quietSub(counts)];
  return parts.filter((part) => part !== null).join(" ") || null;
}

/** What is not counted, as the person wanted it. */
function quietSub({ acknowledged, snoozed }: Counted): string | null {
  const parts = [
    acknowledged > 0 && plural("subline.expected", acknowledged),
    snoozed > 0 && plural("subline.snoozed", snoozed),
  ];
  return parts.filter(Boolean).join(" ") || null;
}

function failingOf(accounts: readonly StoredAccount[]): StoredAccount | undefined {
  return accounts.find(({ state }) => state.lastFailure !== null);
}

/** What an account has to be called beside others, so that what holds of it is not taken to hold of them. */
function nameIn(accounts: readonly StoredAccount[], { account }: StoredAccount): string | null {
  return accounts.length === 1 ? null : accountName(account);
}

/** Where the headline says when all were working, only why; where it can't, of which account that is. */
function ageBesideWorking(accounts: readonly StoredAccount[], now: number): string | null {
  const failing = failingOf(accounts);
  if (!failing) return null;
  if (isMixed(accounts.map(({ state }) => state))) return ageOf(failing, accountName(failing.account), now);
  return isOut(failing.state) ? null : failureSentence(failing);
}

function unreachable(accounts: readonly StoredAccount[], now: number): Headline {
  const account = accounts.find(({ state }) => isOut(state)) ?? accounts[0];
  const fixable = account && askingThePerson(account);
  if (fixable) return fixable;
  const days = daysUnchecked(accounts, now);
  // Why stands in the problem below it.
  const text = days > 0 ? plural("headline.notChecked", days) : outage(accounts, now);
  return { mood: "unknown", text, sub: null };
}

/** Whole days since the oldest answer of those that can't be reached; 0 where one was never answered. */
function daysUnchecked(accounts: readonly StoredAccount[], now: number): number {
  const outs = accounts.map(({ state }) => state).filter(isOut);
  if (outs.length < accounts.length) return 0;
  return Math.floor((now - (oldestAnswer(outs) ?? now)) / DAY);
}

function withoutAnswer(accounts: readonly StoredAccount[], now: number): Headline | null {
  for (const account of accounts) {
    const headline = askingThePerson(account);
    if (headline) return headline;
  }
  const first = accounts.find(({ state }) => state.lastGoodAt === null);
  return first ? unanswered(first, nameIn(accounts, first), now) : null;
}

/** Nothing is counted. That is not always the same as "all is well". */
function calm(accounts: readonly StoredAccount[], counts: Counted, now: number): Headline {
  const states = accounts.map(({ state }) => state);
  const failing = failingOf(accounts);
  const sub = failing ? ageOf(failing, nameIn(accounts, failing), now) : calmSub(counts);
  if (counts.belowBadge > 0) {
    return { mood: "warning", text: plural("headline.belowBadge", counts.belowBadge), sub };
  }
  if (counts.suspected > 0) {
    return checkingAgain();
  }
  if (counts.acknowledged + counts.snoozed > 0) return { mood: "ok", text: t("headline.noNewProblems"), sub };
  const text = working(states, now);
  const mood = workingCalendars(states) === 0 ? "notice" : "ok";
  if (mood === "notice") return { mood, text, sub };
  if (failing) return { mood, text, sub: ageBesideWorking(accounts, now) ?? sub };
  return { mood, text, sub: [health(states), sub].filter((part) => part !== null).join(" ") };
}

/** Something may be wrong: until that is known, nothing else is the answer. */
function checkingAgain(): Headline {
  return { mood: "waiting", text: t("headline.checkingAgain"), sub: t("subline.checkingAgain") };
}

function calmSub(counts: Counted): string | null {
  const { noticesBelowBadge } = counts;
  return quietSub(counts) ?? (noticesBelowBadge > 0 ? plural("subline.looks", noticesBelowBadge) : null);
}

function working(states: readonly AccountState[], now: number): string {
  const calendars = workingCalendars(states);
  if (calendars === 0) return t("headline.noCalendars");
  if (isMixed(states)) return plural("headline.wereWorkingLast", calendars);
  const answeredAt = oldestAnswer(states);
  const isOld = states.some(({ lastFailure }) => lastFailure !== null);
  if (!isOld || answeredAt === null) return plural("headline.allWorking", calendars);
  return plural("headline.wereWorking", calendars, [formatTime(answeredAt, now)]);
}
