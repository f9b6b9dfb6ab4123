import type { Work } from "./draft.ts";
import { connectionKey, type Subject } from "./subject.ts";

/** Notes which marked subjects are absent from this answer; a mark outlives that for a while. */
export function noteAbsence(work: Work): void {
  const present = presentSubjects(work);
  for (const mark of work.marks.values()) {
    if (present.has(nameOf(mark.subject))) mark.absentSince = null;
    else mark.absentSince ??= work.now;
  }
}

function presentSubjects(work: Work): Set<string> {
  const here = work.state.connections.filter(({ condition }) => condition !== "missing");
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
