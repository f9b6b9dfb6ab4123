import type { Dropped, FindingRecord, RememberedConnection } from "../model/account-state.ts";
import { identity } from "../model/finding.ts";
import { KINDS } from "../model/kinds.ts";
import { connectionKey, connectionSubject, isUnreadable } from "../model/subject.ts";
import { accept, forgetConnection } from "./accept.ts";
import { type Draft, standing } from "./draft.ts";
import { countCalendars, keepCalendars } from "./keep-calendars.ts";
import { removeAcknowledgement } from "./lifecycle.ts";
import { compareText } from "./order.ts";

/** What is remembered of one account at most. The oldest go first. */
export const BOUNDS = {
  acknowledgements: 2_000,
  gone: 500,
  breaks: 64,
  calendars: 20_000,
  told: 2_000,
  pending: 100,
  snoozed: 2_000,
  eventTypes: 500,
};

/** Keeps a state from growing with the number of answers. What went is counted, for diagnostics. */
export function keepBounds(draft: Draft): void {
  boundAcknowledgements(draft);
  boundGone(draft);
  boundUnreadable(draft);
  boundCalendars(draft);
  for (const connection of draft.state.connections) boundBreaks(draft, connection);
  boundTold(draft);
  boundSnoozed(draft);
  draft.state.pending = draft.state.pending.slice(-BOUNDS.pending);
  draft.state.recoveries = draft.state.recoveries.slice(-BOUNDS.told);
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

function count(draft: Draft, what: keyof Dropped, number: number): void {
  draft.state.dropped[what] += number;
}

function boundAcknowledgements(draft: Draft): void {
  const gone = excess(
    [...draft.acknowledgements.values()],
    BOUNDS.acknowledgements,
    (mark) => mark.at,
    identity,
  );
  for (const mark of gone) removeAcknowledgement(draft, identity(mark));
  count(draft, "acknowledgements", gone.length);
}

function boundGone(draft: Draft): void {
  const confirmed = [...draft.findings.values()].filter(
    ({ kind, confirmedAt, endedCounted }) =>
      KINDS[kind].acknowledging === "forgets" && confirmedAt !== null && endedCounted === null,
  );
  const gone = excess(confirmed, BOUNDS.gone, (record) => record.confirmedAt ?? 0, identity);
  for (const record of gone) accept(draft, record);
  count(draft, "gone", gone.length);
}

/** Entries that could not be read, and may still be there under others that can't be read either. */
function boundUnreadable(draft: Draft): void {
  const missing = draft.state.connections.filter(
    (connection) => connection.condition === "missing" && isUnreadable(connection),
  );
  const since = (connection: RememberedConnection) =>
    standing(draft, "connection-error", connectionSubject(connection))?.since ?? 0;
  const gone = excess(missing, BOUNDS.gone, since, connectionKey);
  for (const connection of gone) forgetConnection(draft, connectionSubject(connection));
  count(draft, "gone", gone.length);
}

function boundCalendars(draft: Draft): void {
  const before = { ...draft.state, findings: [...draft.findings.values()] };
  const kept = keepCalendars(before, BOUNDS.calendars);
  if (kept === before) return;
  count(draft, "calendars", countCalendars(before) - countCalendars(kept));
  draft.state.connections = kept.connections;
  const left = new Set(kept.findings.map(identity));
  for (const name of draft.findings.keys()) if (!left.has(name)) draft.findings.delete(name);
}

function boundBreaks(draft: Draft, connection: RememberedConnection): void {
  const over = Math.max(0, connection.breaks.length - BOUNDS.breaks);
  connection.breaks = connection.breaks.slice(over);
  connection.earlierBreaks = connection.earlierBreaks.slice(-BOUNDS.breaks);
  count(draft, "breaks", over);
}

/** Those that would end first count again. */
function boundSnoozed(draft: Draft): void {
  const gone = new Set(excess(draft.state.snoozed, BOUNDS.snoozed, ({ until }) => until, identity));
  draft.state.snoozed = draft.state.snoozed.filter((one) => !gone.has(one));
  count(draft, "snoozed", gone.size);
}

/** Findings that are over, kept only so that their return is no news. */
function boundTold(draft: Draft): void {
  const over = [...draft.findings.values()].filter(({ endedCounted }) => endedCounted !== null);
  for (const record of excess(
    over,
    BOUNDS.told,
    (ended: FindingRecord) => ended.endedCounted ?? 0,
    identity,
  )) {
    draft.findings.delete(identity(record));
  }
}
