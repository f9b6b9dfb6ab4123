import type { ArgumentTypes } from "../../core/model/actions.ts";
import type { LoggedAction, LoggedTypes } from "../../core/model/checks-log.ts";
import type { FindingRef } from "../../core/model/finding.ts";
import { printedSubject, type Subject } from "../../core/model/subject.ts";
import { converted, unpacked } from "../log/logged-action.ts";
import { orNull, type Pseudonyms } from "../pseudonyms.ts";
import { doOf } from "../replay/do.ts";

/** What `do` is for an action, with stand-ins for its ids. */
export function actionsOf(entry: LoggedAction, names: Pseudonyms): Record<string, unknown>[] {
  const action = converted<LoggedTypes, ArgumentTypes>(entry, {
    calendar: (id) => names.calendar(id),
    credential: (id) => names.credential(id),
    delegation: (id) => orNull(id, (one) => names.delegation(one)),
    app: (type) => names.type(type),
    time: (at) => at,
    findings: (marks) =>
      unpacked(marks).map(({ kind, subject }) => ({ kind, subject: withPseudonyms(subject, names) })),
  });
  return doOf(action, entry.at);
}

export function expectOf({ kind, subject }: FindingRef, names: Pseudonyms): Record<string, unknown> {
  return { expect: kind, subject: printedSubject(withPseudonyms(subject, names)) };
}

/** A subject of the log with stand-ins for its ids. */
export function withPseudonyms(subject: Subject, names: Pseudonyms): Subject {
  if (subject.type === "account" || subject.type === "destination") return subject;
  const id = {
    integration: names.type(subject.integration),
    credentialId: orNull(subject.credentialId, (one) => names.credential(one)),
    delegationCredentialId: orNull(subject.delegationCredentialId, (one) => names.delegation(one)),
  };
  if (subject.type === "connection") return { type: "connection", ...id };
  return { type: "calendar", ...id, externalId: names.calendar(subject.externalId) };
}
