import type { LoggedAcknowledgements } from "../../core/model/checks-log.ts";
import type { FindingRef } from "../../core/model/finding.ts";
import type { Subject } from "../../core/model/subject.ts";
import { fingerprint } from "../fingerprint.ts";

/**
 * Findings in few bytes, those of one connection's calendars together.
 * @param name what ids are called in the log
 */
export function packed(refs: readonly FindingRef[], name = fingerprint): LoggedAcknowledgements[] {
  const groups = new Map<string, LoggedAcknowledgements>();
  for (const { kind, subject } of refs) {
    const on = placeOf(subject, name);
    const key = JSON.stringify([kind, on, subject.type]);
    const group = groups.get(key) ?? { kind, on, ...(subject.type === "calendar" && { calendars: [] }) };
    if (subject.type === "calendar") group.calendars?.push(name(subject.externalId));
    groups.set(key, group);
  }
  return [...groups.values()];
}

function placeOf(subject: Subject, name: (id: string) => string): LoggedAcknowledgements["on"] {
  if (subject.type === "account" || subject.type === "destination") return subject.type;
  const { integration, credentialId, delegationCredentialId } = subject;
  return {
    type: integration,
    id: credentialId,
    delegation: delegationCredentialId === null ? null : name(delegationCredentialId),
  };
}

/** The same findings one by one, under the ids of the log. */
export function unpacked(marks: readonly LoggedAcknowledgements[]): FindingRef[] {
  return marks.flatMap(({ kind, on, calendars }) => {
    if (typeof on === "string") return [{ kind, subject: { type: on } }];
    const id = { integration: on.type ?? "", credentialId: on.id, delegationCredentialId: on.delegation };
    if (!calendars) return [{ kind, subject: { type: "connection", ...id } }];
    return calendars.map(
      (externalId): FindingRef => ({ kind, subject: { type: "calendar", ...id, externalId } }),
    );
  });
}
