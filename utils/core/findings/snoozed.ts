import type { AccountState } from "../model/account-state.ts";
import { type FindingRef, identity } from "../model/finding.ts";

/**
 * Whether each finding is one that is snoozed by itself. What is said of a whole account is not in it.
 * @param now ms since the epoch
 */
export function isProblemSnoozed({ snoozed }: AccountState, now: number): (finding: FindingRef) => boolean {
  const ids = new Set(snoozed.filter(({ until }) => now < until).map(identity));
  return (finding) => ids.size > 0 && ids.has(identity(finding));
}

/**
 * The same account as it is counted while some of its problems are snoozed: those are as good as expected. One that is in doubt
 * is counted by nobody yet.
 */
export function withoutSnoozed(state: AccountState, now: number): AccountState {
  const isQuiet = isProblemSnoozed(state, now);
  if (!state.findings.some(isQuiet)) return state;
  return {
    ...state,
    findings: state.findings.map((finding) =>
      finding.confirmed && isQuiet(finding) ? { ...finding, acknowledged: true } : finding,
    ),
  };
}
