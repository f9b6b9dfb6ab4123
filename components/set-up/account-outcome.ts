import { type Counted, counted, isAllWell } from "../../utils/copy/counted.ts";
import { copyLanguage, plural, t } from "../../utils/copy/i18n.ts";
import { unkeptCalendars, workingCalendars } from "../../utils/core/calendars/distinct.ts";
import type { AccountState } from "../../utils/core/model/account-state.ts";
import { headline } from "../../utils/screen/headline/headline.ts";
import type { Mood } from "../../utils/screen/headline/headline-view.ts";
import type { Stored, StoredAccount } from "../../utils/screen/stored.ts";

/** How one account is doing, in the words of a list of accounts. */
export interface AccountOutcome {
  mood: Mood;
  /** "1 problem", or "7 calendars, all working". */
  text: string;
  /** What that leaves open: how many are checked for conflicts, or how old it is. Null where there is nothing. */
  more: string | null;
}

/** What is known of an account, whatever the others do. */
export function accountOutcome(stored: Stored, one: StoredAccount, now: number): AccountOutcome {
  const { damage: _, ...all } = stored;
  const { mood, text, sub } = headline({ ...all, accounts: [one] }, now);
  const { state } = one;
  const counts = counted([state], stored.settings.countingLevel, now);
  const isAnswered = state.lastGoodAt !== null && state.lastFailure === null && state.rejection === null;
  const isShown = one.unreadable === undefined && !stored.unstored.includes(one.account.id);
  const isWhole = unkeptCalendars([state]) === 0;
  if (isAnswered && isShown && isWhole) {
    if (counts.problems > 0) return { mood, text: problems(counts), more: null };
    const working = workingCalendars([state]);
    if (working > 0 && isAllWell(counts)) {
      return { mood, text: plural("options.accountState.allWorking", working), more: checked([state]) };
    }
  }
  return { mood, text: text || t("headline.firstCheck"), more: sub };
}

/** "All working" leaves open whether they are checked for conflicts. */
function checked(states: readonly AccountState[]): string {
  const { format } = new Intl.NumberFormat(copyLanguage());
  const counts = [workingCalendars(states, ({ isSelected }) => isSelected), workingCalendars(states)];
  return t("options.accountState.checked", counts.map(format));
}

function problems({ problems, notices }: Counted): string {
  const text = plural("headline.problems", problems);
  return notices === 0 ? text : t("headline.problemsAndLooks", [text, plural("headline.looks", notices)]);
}
