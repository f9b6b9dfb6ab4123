import { knownCalendars, unkeptCalendars, workingCalendars } from "../../core/calendars/distinct.ts";
import { withoutSnoozed } from "../../core/findings/snoozed.ts";
import { summarise } from "../../core/findings/summary.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import type { BadgeAccount, BadgeInput } from "../../core/model/badge-input.ts";
import { isSnoozed } from "../../core/snooze.ts";
import { type Counted, counted, isAllWell } from "../counted.ts";
import { formatTime } from "../format-time.ts";
import { copyLanguage, plural, t } from "../i18n.ts";
import { isMixed, isOut, oldestAnswer } from "../outage.ts";
import { checkedSentence, nameIn, outageSentences, unansweredSentence } from "./account-sentence.ts";

/**
 * What the pointer on the toolbar button shows: what there is, how many, and when it was last checked.
 * @param now ms since the epoch
 */
export function tooltipOf(known: BadgeInput, now: number): string {
  const { lost: count = 0 } = known;
  const lost = count > 0 && plural("tooltip.lost", count);
  if (known.accounts.length === 0) return lost || t(known.newer ? "tooltip.newer" : "tooltip.setup");
  return sentences(
    known.accounts.some(({ notStored }) => notStored) && t("footer.notStored"),
    lost,
    watching(known.accounts.map(({ state }) => state)),
    stateSentences(known, now),
    snoozed(known.accounts, now),
  );
}

/** How many of all calendars there was room for, where that is not all. */
function watching(states: readonly AccountState[]): string | false {
  const kept = knownCalendars(states);
  const unkept = unkeptCalendars(states);
  const { format } = new Intl.NumberFormat(copyLanguage());
  return unkept > 0 && t("tooltip.watching", [format(kept), format(kept + unkept)]);
}

/** Until when all is quiet; else which accounts are. */
function snoozed(accounts: readonly BadgeAccount[], now: number): string | null {
  const quiet = accounts.flatMap(({ account, state: { snoozeUntil } }) =>
    snoozeUntil !== null && isSnoozed(snoozeUntil, now) ? [{ account, until: snoozeUntil }] : [],
  );
  const [first] = quiet;
  const isAll = quiet.length === accounts.length && quiet.every(({ until }) => until === first?.until);
  if (first && isAll) return t("tooltip.snoozed", [formatTime(first.until, now)]);
  return sentences(
    ...quiet.map(({ account, until }) =>
      t("tooltip.snoozedFor", [nameIn(accounts, account), formatTime(until, now)]),
    ),
  );
}

function stateSentences({ accounts, settings, newer }: BadgeInput, now: number): string {
  const states = accounts.map(({ state }) => state);
  const counts = counted(states, settings.countingLevel, now);
  const lack = lacking(accounts);
  const checked = checkedSentence(states, now);
  const mixed = isMixed(states);
  const old = mixed ? outageSentences(accounts, now) : [];
  // The sentence that all were working says itself when that was.
  const saysWhen = !mixed && isAllWell(counts) && states.some(({ lastFailure }) => lastFailure !== null);
  const loud = states.map((state) => withoutSnoozed(state, now));
  switch (summarise(loud, settings.countingLevel).overall) {
    case "rejected":
      return sentences(...accounts.map((account) => rejected(account, accounts)), ...old, checked);
    case "attention": {
      const isSilent = checked && lack === null && !mixed && states.every(isOut);
      return sentences(
        countedSentence(states, counts, now),
        snoozedSentence(counts),
        lack,
        ...old,
        !saysWhen && checked,
        isSilent && t("tooltip.notReachedSince"),
      );
    }
    case "unknown": {
      const all = lack === null ? outageSentences(accounts, now) : [lack, ...old];
      return sentences(...all, mixed && checked, checked && accounts.length === 1 && t("tooltip.asOfThen"));
    }
    case "setup":
    case "ok":
      if (lack) return sentences(lack, ...old, checked);
      if (newer) return sentences(t("tooltip.newer"), ...old, checked);
      return sentences(
        unansweredSentence(accounts) ??
          sentences(uncountedSentence(states, counts, now), snoozedSentence(counts), ...old),
        !saysWhen && checked,
      );
  }
}

function sentences(...all: (string | false | null)[]): string {
  return all.filter(Boolean).join(" ");
}

function rejected(
  { account, state: { rejection } }: BadgeAccount,
  accounts: readonly BadgeAccount[],
): string | null {
  return rejection && t(`tooltip.rejected.${rejection}`, [nameIn(accounts, account)]);
}

function lacking(accounts: readonly BadgeAccount[]): string | null {
  const account = accounts.find(({ lacks }) => lacks !== null);
  if (!account) return null;
  if (account.lacks === "key") {
    const isForgotten = account.account.keyIn === "session";
    return t(isForgotten ? "tooltip.noKey" : "tooltip.keyLost", [nameIn(accounts, account.account)]);
  }
  return t("tooltip.noPermission", [new URL(account.account.apiUrl).host]);
}

/** The same number as on the badge, and which of it are problems. */
function countedSentence(states: readonly AccountState[], counts: Counted, now: number): string {
  const { problems, notices } = counts;
  if (notices === 0) return plural("tooltip.problems", problems);
  if (problems > 0) return plural("tooltip.problemsAnd", problems, [plural("tooltip.andLooks", notices)]);
  const things = plural("tooltip.looks", notices);
  return isAllWell(counts) ? `${working(states, now)} ${things}` : things;
}

/** Nothing is counted, which is not always the same as "all is well". */
function uncountedSentence(states: readonly AccountState[], counts: Counted, now: number): string {
  if (counts.belowBadge > 0) return plural("tooltip.belowBadge", counts.belowBadge);
  if (counts.suspected > 0) return t("tooltip.checkingAgain");
  if (counts.acknowledged + counts.snoozed > 0) return t("tooltip.nothingNew");
  return working(states, now);
}

function snoozedSentence({ snoozed }: Counted): string | false {
  return snoozed > 0 && plural("tooltip.snoozedProblems", snoozed);
}

function working(states: readonly AccountState[], now: number): string {
  const calendars = workingCalendars(states);
  if (calendars === 0) return t("tooltip.noCalendars");
  if (isMixed(states)) return plural("tooltip.wereWorkingLast", calendars);
  const answeredAt = oldestAnswer(states);
  const isOld = states.some(({ lastFailure }) => lastFailure !== null);
  if (!isOld || answeredAt === null) return plural("tooltip.allWorking", calendars);
  return plural("tooltip.wereWorking", calendars, [formatTime(answeredAt, now)]);
}
