import type { StoredAccount } from "../../../utils/pages/stored.ts";
import { type Finding, LEVELS, type Level } from "../../../utils/status/finding.ts";
import { subjectKey } from "../../../utils/status/subject.ts";
import { shownFindings } from "../../../utils/status/summary.ts";
import type { Account } from "../../../utils/store/account.ts";
import type { Context, Copy } from "../../../utils/telling/copy/copy.ts";
import { problemCopy } from "../../../utils/telling/copy/problem-copy.ts";
import { needsThePerson } from "../../../utils/telling/outage.ts";
import { plural } from "../../../utils/words.ts";
import { grouped } from "./group.ts";
import { mostUrgentFirst } from "./urgency.ts";

export interface Card {
  id: string;
  level: Level;
  account: Account;
  copy: Copy;
  /** Of a card that stands for several calendars: the first of them, and how many more. */
  names: string | null;
}

export interface Line {
  id: string;
  text: string;
}

export interface ProblemsView {
  /** Errors and warnings, worst first. */
  cards: Card[];
  /** Notices about calendars, together: the list of calendars shows each of them. */
  looks: { title: string; cards: Card[] } | null;
  suspected: Line[];
  expected: Line[];
}

/** What is wrong in all accounts, as it is shown. */
export function problemsView(accounts: readonly StoredAccount[], now: number): ProblemsView {
  const seen = accounts.map((stored) => ({
    context: { ...stored, now },
    findings: shownFindings(stored.memory).filter((finding) => !isToldOtherwise(stored, finding)),
  }));
  const standing = seen.map(({ context, findings }) => ({
    context,
    findings: folded(findings.filter((finding) => finding.confirmed && !finding.expected)),
  }));
  const notices = standing.flatMap(({ findings }) => findings.filter(isNotice));
  const lines = (wanted: (finding: Finding) => boolean) =>
    seen.flatMap(({ context, findings }) =>
      findings.filter(wanted).map((finding) => lineOf(context, finding)),
    );

  return {
    cards: standing
      .flatMap(({ context, findings }) =>
        grouped(context, findings.filter((finding) => !isNotice(finding)).sort(mostUrgentFirst), 3),
      )
      .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level)),
    looks:
      notices.length === 0
        ? null
        : {
            title: looksTitle(standing.map(({ findings }) => findings.filter(isNotice))),
            cards: standing.flatMap(({ context, findings }) =>
              grouped(context, findings.filter(isNotice).sort(mostUrgentFirst), 2),
            ),
          },
    suspected: lines((finding) => !finding.confirmed),
    expected: lines((finding) => finding.confirmed && finding.expected),
  };
}

/** Without its key or the browser's permission an account has a form of its own, which says what to do. */
function isToldOtherwise({ memory }: StoredAccount, { kind }: Finding): boolean {
  return kind === "unreachable" && needsThePerson(memory.lastFailure);
}

/** While nothing is selected at all, that each main calendar is not is no news: it goes to what is worth a look. */
function folded(findings: readonly Finding[]): Finding[] {
  const isNothingSelected = findings.some(({ kind }) => kind === "nothing-selected");
  return findings.map((finding) =>
    isNothingSelected && finding.kind === "not-selected" ? { ...finding, level: "notice" } : finding,
  );
}

function isNotice(finding: Finding): boolean {
  return finding.level === "notice";
}

function lineOf(context: Context, finding: Finding): Line {
  const { what, where } = problemCopy(context, finding);
  return {
    id: `${context.account.id} ${finding.kind} ${subjectKey(finding.subject)}`,
    text: where === null ? what : `${what} (${where})`,
  };
}

/** Notices are of two kinds only. A calendar that is both read-only and not checked is one calendar to look at. */
function looksTitle(byAccount: readonly (readonly Finding[])[]): string {
  const calendars = byAccount.map((findings) => new Set(findings.map(({ subject }) => subjectKey(subject))));
  const count = calendars.reduce((sum, { size }) => sum + size, 0);
  const kinds = new Set(byAccount.flat().map(({ kind }) => kind));
  if (kinds.size > 1) return plural("problems.looksBoth", count);
  return plural(kinds.has("read-only") ? "problems.looksReadOnly" : "problems.looksUnchecked", count);
}
