import type { Level } from "../core/model/finding.ts";
import type { Told } from "./headline/told.ts";
import { isOpenAtFirst, problemRow, type RowButton } from "./problems/problem-row.ts";
import { type ProblemsView, problemsView, toldOf } from "./problems/problems-view.ts";
import type { StoredAccount } from "./stored.ts";

export interface ScreenProblem {
  level: Level;
  title: string;
  effect: string | null;
  /** What its button says, and what it is: a link leads somewhere. */
  button: { label: string; does: RowButton["does"] } | null;
}

export interface ScreenProblems {
  rows: ScreenProblem[];
  /** How many are told of by one line. */
  more: number;
  suspected: string[];
  notices: { title: string; isAsked: boolean } | null;
  /** How many are marked as expected. */
  expected: number;
}

/** More than these, and the calendars would be off the screen. */
export const AT_MOST = 4;
/** Of more than these the first are shown, and one line tells of the others. */
export const FIRST = 3;
/** Of what is looked at again the first few. */
export const SUSPECTED = 5;

/** @returns `not plain` where something of it is open at first, or goes on by itself */
export function screenProblems(
  accounts: readonly StoredAccount[],
  now: number,
): "not plain" | { told: Told; rows: (headline: string) => ScreenProblems | null } {
  const view = problemsView(accounts, now);
  const isPlain =
    view.mendings.length + view.snoozed.length === 0 &&
    !view.cards.some(({ fix }) => fix.mending !== null && isOpenAtFirst(fix.mending));
  if (!isPlain) return "not plain";
  return { told: toldOf(view), rows: (headline) => rowsOf(view, headline, accounts.length > 1) };
}

function rowsOf(view: ProblemsView, headline: string, withAccount: boolean): ScreenProblems | null {
  const { cards, suspected, notices, acknowledged } = view;
  const expected = acknowledged.reduce((sum, { findings }) => sum + findings.length, 0);
  if (cards.length + suspected.length + expected === 0 && notices === null) return null;
  const shown = cards.length <= AT_MOST ? cards : cards.slice(0, FIRST);
  return {
    rows: shown.map((card) => {
      const { title, effect, button } = problemRow(card, headline, withAccount);
      return {
        level: card.level,
        title,
        effect,
        button: button && { label: button.label, does: button.does },
      };
    }),
    more: cards.length - shown.length,
    suspected: suspected.map(({ text }) => text),
    notices: notices && { title: notices.title, isAsked: notices.offers.length > 0 },
    expected,
  };
}
