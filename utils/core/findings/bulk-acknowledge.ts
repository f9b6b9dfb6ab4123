import type { AccountState } from "../model/account-state.ts";
import type { Finding } from "../model/finding.ts";
import { shownFindings } from "./summary.ts";

/** What the person is offered to mark as expected after the first check: all notices that are sure and not marked yet. */
export function noticesToAcknowledge(state: AccountState): Finding[] {
  return shownFindings(state).filter((finding) => isUnmarked(finding) && finding.confirmed);
}

/** Whether there is nothing to offer, nor anything that will be once another answer has made it sure. */
export function hasNothingToAcknowledge(state: AccountState): boolean {
  return !state.findings.some((finding) => !finding.inhibited && isUnmarked(finding));
}

function isUnmarked({ level, acknowledged }: Finding): boolean {
  return level === "notice" && !acknowledged;
}
