import type { AccountState } from "../model/account-state.ts";
import type { Changes } from "../model/changes.ts";
import type { History } from "../model/history.ts";
import { withoutOld } from "./bound-entries.ts";
import { noteDay, passDays } from "./days.ts";
import type { Names } from "./names.ts";
import { record } from "./record.ts";
import { type JournalEntry, recordActions } from "./record-actions.ts";

/** One look at Cal.com. */
export interface CheckOutcome {
  after: AccountState;
  /** How things are called after it, or were before. */
  names: Names;
  changes: Pick<Changes, "events" | "renamed">;
  /** What the person has done that only this look has shown. */
  actions: readonly JournalEntry[];
  /** Whether it brought a good answer. */
  isGood: boolean;
  /** ms since the epoch, in the account's time */
  now: number;
  /** Time has passed until then for certain; earlier than `now` when the clock has jumped. */
  passed: number;
  /** Local date of `now`, `YYYY-MM-DD`. */
  today: string;
}

/** The history after a look at Cal.com. @returns the same one when it changed nothing */
export function historyAfterCheck(history: History, look: CheckOutcome): History {
  const { after, names, changes, actions, isGood, now, passed, today } = look;
  // What is old by a clock that nothing bears out yet may be as good as new.
  const kept = passed < now ? history : passDays(withoutOld(history, now), today);
  const recorded = record(recordActions(kept, actions, names, now), changes.events, names, now);
  return isGood ? noteDay(recorded, after, names, today, changes.renamed) : recorded;
}
