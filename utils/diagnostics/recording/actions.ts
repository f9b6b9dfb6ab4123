import type { LoggedAction } from "../../core/model/checks-log.ts";
import type { FindingRef } from "../../core/model/finding.ts";
import { printedSubject, type Subject } from "../../core/model/subject.ts";
import { unpacked } from "../log/logged-acknowledgements.ts";
import { orNull, type Pseudonyms } from "../pseudonyms.ts";

/** What `do` is for an action. Taking a mark back can't be said: such marks are left out before. */
export function actionsOf(entry: LoggedAction, names: Pseudonyms): Record<string, unknown>[] {
  switch (entry.action) {
    case "acknowledge":
      return unpacked(entry.marks).map((ref) => expectOf(ref, names));
    case "unacknowledge":
      return [];
    case "select-calendar":
    case "unselect-calendar": {
      const { action, calendar, id, delegation } = entry;
      const ref = {
        externalId: names.calendar(calendar),
        credentialId: names.credential(id),
        delegationCredentialId: orNull(delegation, (one) => names.delegation(one)),
      };
      return [{ [action === "select-calendar" ? "select" : "unselect"]: ref }];
    }
    case "set-destination":
      return [
        {
          setDestination: { integration: names.type(entry.type), externalId: names.calendar(entry.calendar) },
        },
      ];
    case "keep-destination":
      return [{ keepDestination: true }];
    case "snooze":
      return [{ snoozeUntil: new Date(entry.until).toISOString() }];
  }
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
