import type { FindingRecord } from "./account-state.ts";
import { identity, standing, type Work } from "./draft.ts";
import { claim, forget } from "./ledger.ts";
import { belongsTo } from "./matching/rename.ts";
import { type CalendarSubject, type ConnectionSubject, calendarSubject, connectionKey } from "./subject.ts";

/** It is gone for good: nothing of it is remembered but the marks, for a while. */
export function forgetConnection(work: Work, subject: ConnectionSubject): void {
  const key = connectionKey(subject);
  for (const record of [...work.findings.values()]) {
    if (belongsTo(record.subject, key)) work.findings.delete(identity(record));
  }
  work.state.connections = work.state.connections.filter((known) => connectionKey(known) !== key);
}

export function forgetCalendar(work: Work, subject: CalendarSubject): void {
  for (const kind of ["calendar-gone", "selection-lost", "not-selected", "read-only"] as const) {
    forget(work, kind, subject);
  }
  const connection = connectionOf(work, subject);
  if (connection) {
    connection.calendars = connection.calendars.filter(({ externalId }) => externalId !== subject.externalId);
  }
}

/** Not being selected is the way it is now: from here on that is `not-selected`, as covered as the other was. */
export function acceptSelection(work: Work, subject: CalendarSubject): FindingRecord {
  const hidden = standing(work, "selection-lost", subject)?.hidden === true;
  forget(work, "selection-lost", subject);
  const calendar = connectionOf(work, subject)?.calendars.find(
    ({ externalId }) => externalId === subject.externalId,
  );
  const level = calendar?.primary ? "warning" : "notice";
  const { record } = claim(
    work,
    "not-selected",
    calendarSubject(subject, subject.externalId),
    level,
    "certain",
  );
  record.hidden = hidden;
  return record;
}

function connectionOf(work: Work, subject: CalendarSubject) {
  const key = connectionKey(subject);
  return work.state.connections.find((known) => connectionKey(known) === key);
}
