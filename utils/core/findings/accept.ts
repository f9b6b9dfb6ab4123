import type { FindingRecord } from "../model/account-state.ts";
import { identity } from "../model/finding.ts";
import {
  type CalendarSubject,
  type ConnectionSubject,
  calendarSubject,
  connectionKey,
} from "../model/subject.ts";
import { type Draft, standing } from "./draft.ts";
import { raise, reset } from "./ledger.ts";
import { belongsTo } from "./matching/rename.ts";

/** It is gone for good: nothing of it is remembered but the marks, for a while. */
export function forgetConnection(draft: Draft, subject: ConnectionSubject): void {
  const key = connectionKey(subject);
  for (const record of [...draft.findings.values()]) {
    if (belongsTo(record.subject, key)) draft.findings.delete(identity(record));
  }
  draft.state.connections = draft.state.connections.filter((known) => connectionKey(known) !== key);
}

export function forgetCalendar(draft: Draft, subject: CalendarSubject): void {
  for (const kind of ["calendar-gone", "selection-lost", "not-selected", "read-only"] as const) {
    reset(draft, kind, subject);
  }
  const connection = connectionOf(draft, subject);
  if (connection) {
    connection.calendars = connection.calendars.filter(({ externalId }) => externalId !== subject.externalId);
  }
}

/** Not being selected is the way it is now: from here on that is `not-selected`, as covered as the other was. */
export function acceptSelection(draft: Draft, subject: CalendarSubject): FindingRecord {
  const inhibited = standing(draft, "selection-lost", subject)?.inhibited === true;
  reset(draft, "selection-lost", subject);
  const calendar = connectionOf(draft, subject)?.calendars.find(
    ({ externalId }) => externalId === subject.externalId,
  );
  const level = calendar?.primary ? "warning" : "notice";
  const { record } = raise(draft, "not-selected", calendarSubject(subject, subject.externalId), level, "now");
  record.inhibited = inhibited;
  return record;
}

function connectionOf(draft: Draft, subject: CalendarSubject) {
  const key = connectionKey(subject);
  return draft.state.connections.find((known) => connectionKey(known) === key);
}
