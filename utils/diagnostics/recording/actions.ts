import { printedSubject, type Subject } from "../../core/findings/subject.ts";
import { type Ref, unpacked } from "../log/logged-acknowledgements.ts";
import type { LoggedAct } from "../log.ts";
import { orNull, type StandIns } from "../pseudonyms.ts";

/** What `do` is for an act. Taking a mark back can't be said: such marks are left out before. */
export function deedsOf(entry: LoggedAct, names: StandIns): Record<string, unknown>[] {
  switch (entry.act) {
    case "expect":
      return unpacked(entry.marks).map((ref) => expectOf(ref, names));
    case "takeBack":
      return [];
    case "select":
    case "unselect": {
      const { act, calendar, id, delegation } = entry;
      const ref = {
        externalId: names.calendar(calendar),
        credentialId: names.credential(id),
        delegationCredentialId: orNull(delegation, (one) => names.delegation(one)),
      };
      return [{ [act]: ref }];
    }
    case "setDestination":
      return [
        {
          setDestination: { integration: names.type(entry.type), externalId: names.calendar(entry.calendar) },
        },
      ];
    case "keepDestination":
      return [{ keepDestination: true }];
    case "snooze":
      return [{ snoozeUntil: new Date(entry.until).toISOString() }];
  }
}

export function expectOf({ kind, subject }: Ref, names: StandIns): Record<string, unknown> {
  return { expect: kind, subject: printedSubject(standIn(subject, names)) };
}

/** A subject of the log with stand-ins for its ids. */
export function standIn(subject: Subject, names: StandIns): Subject {
  if (subject.type === "account" || subject.type === "destination") return subject;
  const id = {
    integration: names.type(subject.integration),
    credentialId: orNull(subject.credentialId, (one) => names.credential(one)),
    delegationCredentialId: orNull(subject.delegationCredentialId, (one) => names.delegation(one)),
  };
  if (subject.type === "connection") return { type: "connection", ...id };
  return { type: "calendar", ...id, externalId: names.calendar(subject.externalId) };
}
