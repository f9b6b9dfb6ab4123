import type { AccountState } from "../model/account-state.ts";
import type { FindingRef } from "../model/finding.ts";

/**
 * Event types are not looked at any more: nothing of them is remembered, and nothing told.
 * @returns the same state when there is nothing to forget
 */
export function forgetEventTypes(state: AccountState): AccountState {
  const { findings, recoveries, eventTypes, lostApps } = state;
  const others = <T extends FindingRef>(all: T[]) =>
    all.filter(({ subject }) => subject.type !== "eventType");
  const after = { findings: others(findings), recoveries: others(recoveries) };
  const isClean =
    eventTypes.length + lostApps.length === 0 &&
    after.findings.length === findings.length &&
    after.recoveries.length === recoveries.length;
  return isClean ? state : { ...state, ...after, eventTypes: [], lostApps: [] };
}
