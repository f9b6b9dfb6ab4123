import { countedAs } from "../core/calendars/distinct.ts";
import { isProblemSnoozed } from "../core/findings/snoozed.ts";
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
  /** Errors and warnings that are snoozed one by one. */
  snoozed: number;
}

/** The same count as on the badge, told apart so that popup and tooltip can be honest about it, and say the same. */
export function counted(states: readonly AccountState[], countingLevel: Level, now: number): Counted {
  const all = states.flatMap((state, account) => {
    const isQuiet = isProblemSnoozed(state, now);
    return shownFindings(state)
      .filter(({ kind }) => isCounted(kind))
      .map((finding) => ({
        finding,
        subject: `${account} ${countedAs(finding.subject)}`,
        isSnoozed: isQuiet(finding),
      }));
  });
  const sure = all.filter(({ finding }) => finding.confirmed && !finding.acknowledged);
  const standing = sure.filter(({ isSnoozed }) => !isSnoozed);
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
    snoozed: subjects(sure.filter(({ isSnoozed }) => isSnoozed).filter(isProblem)),
  };
}

function subjects(entries: readonly { subject: string }[]): number {
  return new Set(entries.map(({ subject }) => subject)).size;
}

/** Nothing stands against any calendar but notices, so that "all are working" is the answer to give first. */
export function isAllWell({ problems, acknowledged, belowBadge, suspected, snoozed }: Counted): boolean {
  return problems + acknowledged + belowBadge + suspected + snoozed === 0;
}
