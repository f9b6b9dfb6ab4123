import type { AccountState } from "../model/account-state.ts";
import type { Finding } from "../model/finding.ts";
import { connectionKey, type Subject } from "../model/subject.ts";
import type { Draft } from "./draft.ts";
import { shownFindings } from "./summary.ts";

/** Notes which marked subjects are absent from this answer; a mark outlives that for a while. */
export function noteAbsence(draft: Draft): void {
  const present = presentSubjects(draft);
  for (const mark of draft.acknowledgements.values()) {
    if (present.has(nameOf(mark.subject))) mark.absentCounted = null;
    else mark.absentCounted ??= draft.state.counted;
  }
}

function presentSubjects(draft: Draft): Set<string> {
  const here = draft.state.connections.filter(({ condition }) => condition !== "missing");
  return new Set(
    here.flatMap((connection) => [
      connectionKey(connection),
      ...connection.calendars
        .filter(({ missing }) => !missing)
        .map(({ externalId }) => `${connectionKey(connection)} ${externalId}`),
    ]),
  );
}

function nameOf(subject: Subject): string {
  if (!("integration" in subject)) return subject.type;
  return subject.type === "calendar"
    ? `${connectionKey(subject)} ${subject.externalId}`
    : connectionKey(subject);
}

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
