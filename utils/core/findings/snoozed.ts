import type { AccountState } from "../model/account-state.ts";
import { type Finding, type FindingRef, identity } from "../model/finding.ts";

/**
 * Until when each problem is snoozed that is so by itself, by its identity, in ms since the epoch. What is said of a whole
 * account is not in it.
 * @param now ms since the epoch
 */
export function snoozedProblems({ snoozed }: AccountState, now: number): ReadonlyMap<string, number> {
  return new Map(
    snoozed.filter(({ until }) => now < until).map((one) => [identity(one), one.until] as const),
  );
}

/** Whether each finding is one that is quiet for now by itself. With nothing snoozed that costs nothing. */
export function isProblemSnoozed(state: AccountState, now: number): (finding: FindingRef) => boolean {
  if (state.snoozed.length === 0) return () => false;
  const snoozed = snoozedProblems(state, now);
  return (finding) => snoozed.has(identity(finding));
}

/**
 * The same account as it is counted while some of its problems are snoozed: those are as good as expected. One that is in doubt
 * is counted by nobody yet.
 */
export function withoutSnoozed(state: AccountState, now: number): AccountState {
  const isQuiet = isProblemSnoozed(state, now);
  if (!state.findings.some(isQuiet)) return state;
  const counted = (finding: AccountState["findings"][number]) =>
    finding.confirmed && isQuiet(finding) ? { ...finding, acknowledged: true } : finding;
  return { ...state, findings: state.findings.map(counted) };
}

/** The findings that are shown as snoozed: sure, not expected anyway, and covered by nothing worse. */
export function snoozedFindings(state: AccountState, now: number): Finding[] {
  const isQuiet = isProblemSnoozed(state, now);
  return state.findings.filter(
    (finding) => finding.confirmed && !finding.inhibited && !finding.acknowledged && isQuiet(finding),
  );
}
