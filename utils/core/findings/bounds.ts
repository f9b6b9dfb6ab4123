import { forgetCalendar, forgetConnection } from "./accept.ts";
import type { Dropped, FindingRecord, RememberedConnection } from "./account-state.ts";
import { identity, standing, type Work } from "./draft.ts";
import { unmark } from "./ledger.ts";
import { compareText } from "./order.ts";
import { connectionKey, connectionSubject, isUnreadable } from "./subject.ts";

/** What is remembered of one account at most. The oldest go first. */
export const BOUNDS = { marks: 2_000, gone: 500, breaks: 64, calendars: 20_000, told: 2_000, pending: 100 };

/** Keeps a state from growing with the number of answers. What went is counted, for diagnostics. */
export function keepBounds(work: Work): void {
  boundMarks(work);
  boundGone(work);
  boundUnreadable(work);
  boundCalendars(work);
  for (const connection of work.state.connections) boundBreaks(work, connection);
  boundTold(work);
  work.state.pending = work.state.pending.slice(-BOUNDS.pending);
}

/** The entries beyond a bound, oldest first. */
function excess<T>(
  entries: readonly T[],
  bound: number,
  age: (entry: T) => number,
  name: (entry: T) => string,
): T[] {
  if (entries.length <= bound) return [];
  return [...entries]
    .sort((a, b) => age(a) - age(b) || compareText(name(a), name(b)))
    .slice(0, entries.length - bound);
}

function count(work: Work, what: keyof Dropped, number: number): void {
  work.state.dropped[what] += number;
}

function boundMarks(work: Work): void {
  const gone = excess([...work.marks.values()], BOUNDS.marks, (mark) => mark.at, identity);
  for (const mark of gone) unmark(work, identity(mark));
  count(work, "marks", gone.length);
}

function boundGone(work: Work): void {
  const confirmed = [...work.findings.values()].filter(
    ({ kind, confirmedAt, endedAt }) =>
      (kind === "connection-gone" || kind === "calendar-gone") && confirmedAt !== null && endedAt === null,
  );
  const gone = excess(confirmed, BOUNDS.gone, (record) => record.confirmedAt ?? 0, identity);
  for (const { subject } of gone) {
    if (subject.type === "connection") forgetConnection(work, subject);
    if (subject.type === "calendar") forgetCalendar(work, subject);
  }
  count(work, "gone", gone.length);
}

/** Entries that could not be read, and may still be there under others that can't be read either. */
function boundUnreadable(work: Work): void {
  const missing = work.state.connections.filter(
    (connection) => connection.condition === "missing" && isUnreadable(connection),
  );
  const since = (connection: RememberedConnection) =>
    standing(work, "connection-error", connectionSubject(connection))?.since ?? 0;
  const gone = excess(missing, BOUNDS.gone, since, connectionKey);
  for (const connection of gone) forgetConnection(work, connectionSubject(connection));
  count(work, "gone", gone.length);
}

function boundCalendars(work: Work): void {
  const all = work.state.connections.flatMap((connection) =>
    connection.calendars.map((calendar) => ({ connection, calendar })),
  );
  const gone = excess(
    all,
    BOUNDS.calendars,
    ({ connection }) => connection.lastGoodAt ?? 0,
    ({ connection, calendar }) => `${connectionKey(connection)} ${calendar.externalId}`,
  );
  if (gone.length === 0) return;
  const drop = new Set(gone.map(({ calendar }) => calendar));
  for (const connection of work.state.connections) {
    connection.calendars = connection.calendars.filter((calendar) => !drop.has(calendar));
  }
  count(work, "calendars", gone.length);
}

function boundBreaks(work: Work, connection: RememberedConnection): void {
  const over = Math.max(0, connection.breaks.length - BOUNDS.breaks);
  connection.breaks = connection.breaks.slice(over);
  count(work, "breaks", over);
}

/** Findings that are over, kept only so that their return is no news. */
function boundTold(work: Work): void {
  const over = [...work.findings.values()].filter(({ endedAt }) => endedAt !== null);
  for (const record of excess(over, BOUNDS.told, (ended: FindingRecord) => ended.endedAt ?? 0, identity)) {
    work.findings.delete(identity(record));
  }
}
