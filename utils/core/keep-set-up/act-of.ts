import type { Names } from "../history/names.ts";
import type { AutomaticAct, AutomaticChange } from "../model/automatic.ts";
import { calendarSubject } from "../model/subject.ts";

/** What is told of a change that was made without the person. @param names how things are called now */
export function actOf(change: AutomaticChange, names: Names): AutomaticAct {
  if (change.what === "calendar") {
    return { what: "calendar", name: names.calendar(calendarSubject(change, change.externalId)) };
  }
  if (change.what === "everything") return { what: "everything", name: names.connection(change).app };
  const { what, integration, externalId } = change;
  const row = { name: null, credentialId: null, delegationCredentialId: null };
  return { what, name: names.destination({ integration, externalId, ...row }) };
}
