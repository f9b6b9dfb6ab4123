import { countedAs } from "../../core/calendars/distinct.ts";
import type { Account } from "../../core/model/account.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { AutomaticAct } from "../../core/model/automatic.ts";
import type { Notice } from "../../core/model/changes.ts";
import { accountAmong } from "../account-name.ts";
import { plural } from "../i18n.ts";
import { putBackSentence } from "../put-back.ts";
import { leftOver, meaningOf, sentenceOf } from "./notice-sentence.ts";
import { restoreOffer } from "./restore-offer.ts";

/** What the one notification of a check tells. */
export interface NotificationInput {
  account: Account;
  /** All that are watched: with one alone nobody has to be told which it is. */
  accounts: readonly Account[];
  state: AccountState;
  /** Problems before recoveries, the worst first. What is no recovery stands in the state. */
  notices: readonly Notice[];
  /** What was put back by itself; at least one where there is no notice. */
  automatic?: readonly AutomaticAct[];
  /** ms since the epoch */
  now: number;
}

export interface NotificationText {
  title: string;
  /** Lines, parted by `\n`. */
  message: string;
}

/** How many things are told of one by one: no browser shows many lines. */
const LINES = 3;

/** What is wrong and what it does to bookings, or how much is wrong, the worst first; what is right again after that. */
export function notificationText(told: NotificationInput): NotificationText {
  const problems = told.notices.filter(({ recovered }) => !recovered);
  const recoveries = told.notices.filter(({ recovered }) => recovered);
  const subjects = firstOfEachSubject(problems);
  if (subjects.length > 1) {
    return text(told, plural("notification.problems", subjects.length), [
      ...listed(told, [...subjects, ...recoveries]),
    ]);
  }
  if (subjects.length === 0 && recoveries.length > 1) {
    return text(told, plural("notification.recoveries", recoveries.length), listed(told, recoveries));
  }
  const [first, ...others] = [...problems, ...recoveries];
  if (!first) return putBackText(told);
  return text(told, sentenceOf(told, first), [meaningOf(told, first), ...listed(told, others)]);
}

/** Nothing else has happened. */
function putBackText(told: NotificationInput): NotificationText {
  const [first = "", ...others] = (told.automatic ?? []).map(putBackSentence);
  return text({ ...told, automatic: [] }, first, [leftOver(told), ...others]);
}

/** As many as the badge counts. */
function firstOfEachSubject(notices: readonly Notice[]): Notice[] {
  const bySubject = Map.groupBy(notices, ({ subject }) => countedAs(subject));
  return [...bySubject.values()].flatMap(([first]) => first ?? []);
}

function listed(told: NotificationInput, notices: readonly Notice[]): string[] {
  const sentences = notices.slice(0, LINES).map((notice) => sentenceOf(told, notice));
  const more = notices.length - sentences.length;
  return more === 0 ? sentences : [...sentences, plural("notification.more", more)];
}

function text(told: NotificationInput, title: string, lines: readonly string[]): NotificationText {
  const { account, accounts, state, notices, automatic = [] } = told;
  const whose = accounts.length < 2 ? "" : accountAmong(account, accounts);
  const putBack = automatic.map(putBackSentence);
  const all = [whose, restoreOffer(state, notices), ...lines, ...putBack].map(oneLine);
  return { title: oneLine(title), message: all.filter((line) => line !== "").join("\n") };
}

const LONGEST = 200;

/** Names come from Cal.com as people typed them: none of them breaks a line or fills the screen. */
function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).toWellFormed()}…`;
}
