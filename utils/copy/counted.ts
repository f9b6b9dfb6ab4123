import { countedAs } from "../core/calendars/distinct.ts";
import { shownFindings } from "../core/findings/summary.ts";
import type { AccountState } from "../core/model/account-state.ts";
import { type Finding, isCounted, LEVELS, type Level } from "../core/model/finding.ts";

/** How many distinct subjects have something standing against them, by the worst of it. */
export interface Counted {
  /** Counted subjects whose worst is an error or a warning. */
  problems: number;
  /** Counted subjects with notices only. */
  notices: number;
  /** Errors and warnings that the person marked as expected. */
  acknowledged: number;
  /** Errors and warnings that the badge leaves out by its setting. */
  belowBadge: number;
  /** Notices that the badge leaves out by its setting. */
  noticesBelowBadge: number;
  suspected: number;
}

/** The same count as on the badge, told apart so that popup and tooltip can be honest about it, and say the same. */
export function counted(states: readonly AccountState[], countingLevel: Level): Counted {
  const all = states.flatMap((state, account) =>
    shownFindings(state)
      .filter(({ kind }) => isCounted(kind))
      .map((finding) => ({ finding, subject: `${account} ${countedAs(finding.subject)}` })),
  );
  const standing = all.filter(({ finding }) => finding.confirmed && !finding.acknowledged);
  const counts = ({ finding }: { finding: Finding }) =>
    LEVELS.indexOf(finding.level) <= LEVELS.indexOf(countingLevel);
  const isProblem = ({ finding }: { finding: Finding }) => finding.level !== "notice";

  const badge = subjects(standing.filter(counts));
  const problems = subjects(standing.filter(counts).filter(isProblem));
  const left = standing.filter((entry) => !counts(entry));
  return {
    problems,
    notices: badge - problems,
    acknowledged: subjects(
      all.filter(({ finding }) => finding.confirmed && finding.acknowledged).filter(isProblem),
    ),
    belowBadge: subjects(left.filter(isProblem)),
    noticesBelowBadge: subjects(left.filter((entry) => !isProblem(entry))),
    suspected: subjects(all.filter(({ finding }) => !finding.confirmed && !finding.acknowledged)),
  };
}

function subjects(entries: readonly { subject: string }[]): number {
  return new Set(entries.map(({ subject }) => subject)).size;
}

/** Nothing stands against any calendar but notices, so that "all are working" is the answer to give first. */
export function isAllWell({ problems, acknowledged, belowBadge, suspected }: Counted): boolean {
  return problems + acknowledged + belowBadge + suspected === 0;
}
