import { countedAs } from "../../core/calendars/distinct.ts";
import type { Account } from "../../core/model/account.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { AutomaticAct } from "../../core/model/automatic.ts";
import type { Notice } from "../../core/model/changes.ts";
import { isAboutEventType } from "../../core/model/kind-groups.ts";
import { accountAmong } from "../account-name.ts";
import { plural, t } from "../i18n.ts";
import type { Copy } from "../problems/copy.ts";
import { eventTypesCopy } from "../problems/event-type-copy.ts";
import { meaningOf, sentenceOf } from "./notice-sentence.ts";
import { restoreOffer } from "./restore-offer.ts";
import { short, withShortNames } from "./short-names.ts";

/** What the one notification of a check tells. */
export interface NotificationInput {
  account: Account;
  /** All that are watched: with one alone nobody has to be told which it is. */
  accounts: readonly Account[];
  state: AccountState;
  /** Problems before recoveries, the worst first. What is no recovery stands in the state. */
  notices: readonly Notice[];
  /** What was put back by itself: at least one, if there is no notice. */
  automatic: readonly AutomaticAct[];
  /** ms since the epoch */
  now: number;
}

export interface NotificationText {
  title: string;
  /** Lines, parted by `\n`. */
  message: string;
}

/**
 * The worst problem, what it does to bookings, and how many more there are; or what is right again, or was put back. What is
 * better comes after what is worse.
 */
export function notificationText(input: NotificationInput): NotificationText {
  const told = { ...input, state: withShortNames(input.state) };
  const problems = told.notices.filter(({ recovered }) => !recovered);
  const recoveries = told.notices.filter(({ recovered }) => recovered);
  const [worst, ...rest] = problems;
  if (worst) {
    const several = severalEventTypes(told, worst, rest);
    const others = several ? rest.filter(({ kind }) => kind !== worst.kind) : rest;
    return text(told, several?.what ?? sentenceOf(told, worst), [
      several?.consequence ?? meaningOf(told, worst),
      ...moreProblems(told, worst, others),
      ...summed(told, recoveries),
      ...acts(told.automatic),
    ]);
  }
  const [solved, ...alsoSolved] = recoveries;
  if (solved) {
    const more = summed(told, alsoSolved);
    return text(told, sentenceOf(told, solved), [...more, ...acts(told.automatic), meaningOf(told, solved)]);
  }
  const [act, ...alsoDone] = told.automatic;
  if (!act) return text(told, "", []);
  return text(told, actSentence(act), [...acts(alsoDone), t("notification.byItself")]);
}

/** What is said of several event types that have the same against them, where the worst is that; null where it is not. */
function severalEventTypes(told: NotificationInput, worst: Notice, others: readonly Notice[]): Copy | null {
  const { kind } = worst;
  if (!isAboutEventType(kind)) return null;
  const alike = [worst, ...others].filter((one) => one.kind === kind);
  const subjects = alike.flatMap(({ subject }) => (subject.type === "eventType" ? [subject] : []));
  return subjects.length > 1 ? eventTypesCopy(told, kind, subjects) : null;
}

/** How many others there are, as many as the badge counts; and what else is wrong with the worst one, which it counts once. */
function moreProblems(told: NotificationInput, worst: Notice, others: readonly Notice[]): string[] {
  const bySubject = Map.groupBy(others, ({ subject }) => countedAs(subject));
  const same = bySubject.get(countedAs(worst.subject)) ?? [];
  const more = bySubject.size - (same.length > 0 ? 1 : 0);
  const sentences = same.map((notice) => sentenceOf(told, notice));
  return more === 0 ? sentences : [...sentences, plural("notification.more", more)];
}

/** What is right again, in one line. */
function summed(told: NotificationInput, recoveries: readonly Notice[]): string[] {
  const [only, ...others] = recoveries;
  if (!only) return [];
  return [
    others.length === 0 ? sentenceOf(told, only) : plural("notification.recoveries", recoveries.length),
  ];
}

/** What was put back, in one line. */
function acts(automatic: readonly AutomaticAct[]): string[] {
  const [only, ...others] = automatic;
  if (!only) return [];
  return [others.length === 0 ? actSentence(only) : plural("notification.acts", automatic.length)];
}

function actSentence({ what, name }: AutomaticAct): string {
  if (what === "everything" && name === null) return t("notification.act.unnamed");
  return t(`notification.act.${what}`, [short(name) ?? t("list.unnamed")]);
}

function text(told: NotificationInput, title: string, lines: readonly string[]): NotificationText {
  const { account, accounts, state, notices } = told;
  const whose = accounts.length < 2 ? "" : accountAmong(account, accounts);
  const all = [whose, restoreOffer(state, notices), ...lines].map(oneLine);
  return { title: oneLine(title), message: all.filter((line) => line !== "").join("\n") };
}

const LONGEST = 200;

/** Names come from Cal.com as people typed them: none of them breaks a line or fills the screen. */
function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).toWellFormed()}…`;
}
