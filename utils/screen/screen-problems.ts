import { plural } from "../copy/i18n.ts";
import type { Level } from "../core/model/finding.ts";
import type { Told } from "./headline/told.ts";
import { AT_MOST, FIRST } from "./problems/how-many.ts";
import { isOpenAtFirst, problemRow, type RowButton } from "./problems/problem-row.ts";
import { type ProblemsView, problemsView, toldOf } from "./problems/problems-view.ts";
import { type SuspectedText, suspectedText } from "./problems/suspected-text.ts";
import type { StoredAccount } from "./stored.ts";

/** The button of a row. What it asks for is not in it: it is pressed once the rest is there. */
export type ScreenButton =
  | { does: "act"; label: string; title: string }
  | { does: "open"; label: string }
  | { does: "connect" | "link"; label: string; href: string };

export interface ScreenProblem {
  level: Level;
  title: string;
  effect: string | null;
  button: ScreenButton | null;
}

export interface ScreenProblems {
  rows: ScreenProblem[];
  /** The line that tells of the others; null where all are shown. */
  more: string | null;
  suspected: SuspectedText | null;
  notices: { title: string; isAsked: boolean } | null;
  /** The line that tells how many are marked as expected. */
  expected: string | null;
}

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
  const more = cards.length - shown.length;
  return {
    rows: shown.map((card) => {
      const { title, effect, button } = problemRow(card, headline, withAccount);
      return { level: card.level, title, effect, button: button && screenButton(button) };
    }),
    more: more === 0 ? null : plural("problems.moreProblems", more),
    suspected: suspectedText(suspected),
    notices: notices && { title: notices.title, isAsked: notices.offers.length > 0 },
    expected: expected === 0 ? null : plural("problems.expected", expected),
  };
}

function screenButton(button: RowButton): ScreenButton {
  const { label } = button;
  switch (button.does) {
    case "act":
      return { does: "act", label, title: button.button.title ?? button.button.label };
    case "open":
      return { does: "open", label };
    default:
      return { does: button.does, label, href: button.href };
  }
}
