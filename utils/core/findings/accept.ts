import { isFeed } from "../calendars/feed.ts";
import { calendarOf, connectionOf } from "../calendars/find.ts";
import type { FindingRecord } from "../model/account-state.ts";
import { identity } from "../model/finding.ts";
import { isAboutCalendar } from "../model/kind-groups.ts";
import { FINDING_KINDS, KINDS } from "../model/kinds.ts";
import {
  type CalendarSubject,
  type ConnectionSubject,
  calendarSubject,
  connectionKey,
  type EventTypeSubject,
} from "../model/subject.ts";
import type { Draft } from "./draft.ts";
import { expect, raise, reset } from "./lifecycle.ts";
import { belongsTo } from "./matching/rename.ts";

/**
 * The way it is now is the way it is to be, since the person said so or nobody minded for long.
 * @returns what can still be marked; null when nothing of it is left
 */
export function accept(draft: Draft, record: FindingRecord): FindingRecord | null {
  const { kind, subject } = record;
  switch (KINDS[kind].acknowledging) {
    case "forgets":
      if (subject.type === "connection") forgetConnection(draft, subject);
      if (subject.type === "calendar") forgetCalendar(draft, subject);
      if (subject.type === "eventType") acceptWithout(draft, record, subject);
      return null;
    case "settles":
      return acceptSelection(draft, record);
    case "marks":
    case "marks-subject":
      return record;
  }
}

/** It is gone for good: nothing of it is remembered but the marks, for a while. */
export function forgetConnection(draft: Draft, subject: ConnectionSubject): void {
  const key = connectionKey(subject);
  for (const record of [...draft.findings.values()]) {
    if (belongsTo(record.subject, key)) draft.findings.delete(identity(record));
  }
  draft.state.connections = draft.state.connections.filter((known) => connectionKey(known) !== key);
  draft.state.recoveries = draft.state.recoveries.filter(
    ({ of }) => of === null || connectionKey(of) !== key,
  );
}

function forgetCalendar(draft: Draft, subject: CalendarSubject): void {
  for (const kind of FINDING_KINDS.filter(isAboutCalendar)) reset(draft, kind, subject);
  const connection = connectionOf(draft.state, subject);
  if (connection) {
    connection.calendars = connection.calendars.filter(({ externalId }) => externalId !== subject.externalId);
  }
}

/** Its bookings go where those of the account go, and that is to be so. */
function acceptWithout(draft: Draft, { kind }: FindingRecord, subject: EventTypeSubject): void {
  reset(draft, kind, subject);
  const eventType = draft.state.eventTypes.find(({ id }) => id === subject.id);
  if (eventType) eventType.remembered = null;
}

/** From here on it is `not-selected`, as covered as the other was. */
function acceptSelection(draft: Draft, { kind, subject, inhibited }: FindingRecord): FindingRecord | null {
  if (subject.type !== "calendar") return null;
  reset(draft, kind, subject);
  const calendar = calendarOf(draft.state, subject);
  if (calendar) calendar.isSelected = false;
  const connection = connectionOf(draft.state, subject);
  // All feeds of a connection block slots as soon as one is selected.
  if (isFeed(subject.integration) && connection?.calendars.some(({ isSelected }) => isSelected)) {
    expect(draft, "not-selected", subject);
    return null;
  }
  const level = calendar?.primary ? "warning" : "notice";
  const { record } = raise(draft, "not-selected", calendarSubject(subject, subject.externalId), "now", level);
  record.inhibited = inhibited;
  return record;
}
