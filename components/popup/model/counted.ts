import type { StoredAccount } from "../../../utils/pages/stored.ts";
import { type Finding, LEVELS, type Level } from "../../../utils/status/finding.ts";
import { subjectKey } from "../../../utils/status/subject.ts";
import { shownFindings } from "../../../utils/status/summary.ts";

/** How many distinct subjects have something standing against them, by the worst of it. */
export interface Counted {
  /** Counted subjects whose worst is an error or a warning. */
  problems: number;
  /** Counted subjects with notices only. */
  looks: number;
  /** Errors and warnings that the person marked as expected. */
  expected: number;
  /** Errors and warnings that the badge leaves out by its setting. */
  belowBadge: number;
  /** Notices that the badge leaves out by its setting. */
  looksBelowBadge: number;
  suspected: number;
}

/** States of their own: neither is counted as a problem. */
const UNCOUNTED = new Set<Finding["kind"]>(["key-rejected", "unreachable"]);

/** The same count as on the badge, told apart so that the headline can be honest about it. */
export function counted(accounts: readonly StoredAccount[], countingLevel: Level): Counted {
  const all = accounts.flatMap(({ account, memory }) =>
    shownFindings(memory)
      .filter(({ kind }) => !UNCOUNTED.has(kind))
      .map((finding) => ({ finding, subject: `${account.id} ${subjectKey(finding.subject)}` })),
  );
  const standing = all.filter(({ finding }) => finding.confirmed && !finding.expected);
  const counts = ({ finding }: { finding: Finding }) =>
    LEVELS.indexOf(finding.level) <= LEVELS.indexOf(countingLevel);
  const isProblem = ({ finding }: { finding: Finding }) => finding.level !== "notice";

  const badge = subjects(standing.filter(counts));
  const problems = subjects(standing.filter(counts).filter(isProblem));
  const left = standing.filter((entry) => !counts(entry));
  return {
    problems: problems.size,
    looks: badge.size - problems.size,
    expected: subjects(all.filter(({ finding }) => finding.confirmed && finding.expected).filter(isProblem))
      .size,
    belowBadge: subjects(left.filter(isProblem)).size,
    looksBelowBadge: subjects(left.filter((entry) => !isProblem(entry))).size,
    suspected: subjects(all.filter(({ finding }) => !finding.confirmed)).size,
  };
}

function subjects(entries: readonly { subject: string }[]): Set<string> {
  return new Set(entries.map(({ subject }) => subject));
}
