import { connectionKey, type Subject } from "../model/subject.ts";
import type { Draft } from "./draft.ts";

/** Notes which marked subjects are absent from this answer; a mark outlives that for a while. */
export function noteAbsence(draft: Draft): void {
  const present = presentSubjects(draft);
  for (const mark of draft.acknowledgements.values()) {
    if (present.has(nameOf(mark.subject))) mark.absentSince = null;
    else mark.absentSince ??= draft.now;
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
