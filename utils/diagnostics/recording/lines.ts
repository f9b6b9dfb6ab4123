import type { ArgumentTypes } from "../../core/model/actions.ts";
import {
  type ChecksLog,
  isCheck,
  type LogEntry,
  type LoggedAcknowledgements,
  type LoggedAction,
  type LoggedAnswer,
  type LoggedTypes,
} from "../../core/model/checks-log.ts";
import { type FindingRef, identity } from "../../core/model/finding.ts";
import { printedSubject, type Subject } from "../../core/model/subject.ts";
import { converted, packed, unpacked } from "../log/logged-action.ts";
import { type Opening, openingsOf } from "../log/opening.ts";
import { Readings } from "../log/readings.ts";
import { LogReplay } from "../log/replay.ts";
import { orNull, type Pseudonyms } from "../pseudonyms.ts";
import { doOf } from "../replay/do.ts";
import { bodyOf, eventTypesBodyOf, outcomeOf } from "./body.ts";

/**
 * The log as JSON Lines for `npm run replay`, which shows the same findings in the end as the extension does. Ids are
 * replaced by stand-ins. The first line is made up from the last good answers before the first check that is kept; marks from
 * that time are set as soon as what they are about comes up.
 *
 * Not the same can be, since a recording can't say it or the log does not reach back so far: what was notified before its
 * start; connections that broke often before it (`flapping`); since when something was in doubt then, so that it is confirmed
 * some minutes later, or gone, so that it does not end after thirty days; which of two connections was there first, where one never
 * worked; several calendars of one connection that had moved; a mark on a lost selection that was taken back; that one that has
 * ended by itself was there; what is quiet because one problem is snoozed; when something
 * counts as unreachable, where another interval is set; what is derived from a clock that was set back; and which of two
 * subjects is meant that differ in their app only. Failures that only the extension knows (an answer too large, a missing key
 * or permission) become lost connections.
 * @param words that must not be in a message, in lower case
 * @returns no lines when only outcomes are kept, or nothing was checked yet
 */
export function recordingLines(
  log: ChecksLog,
  names: Pseudonyms,
  words: ReadonlySet<string> = new Set(),
): string[] {
  if (log.outcomesOnly || log.entries.length === 0) return [];
  const { start, entries } = tellable(log);
  // Which of several connections is the first is decided by the order of their ids.
  for (const id of credentialsIn(log)) names.credential(id);
  const rerun = new LogReplay();
  const readings = new Readings();
  const lines: string[] = [];
  const write = (at: number, line: object) =>
    lines.push(JSON.stringify({ at: new Date(at).toISOString(), ...line }));
  const mark = (at: number, refs: readonly FindingRef[]) => {
    for (const ref of refs) write(at, { do: expectOf(ref, names) });
  };

  if (start) {
    for (const opening of openingsOf(start)) write(start.at, goodLine(opening, names, words));
    readings.begin(start);
    const { snoozeUntil } = start;
    if (snoozeUntil !== null) write(start.at, { do: { snoozeUntil: new Date(snoozeUntil).toISOString() } });
    mark(start.at, rerun.begin(start));
  }
  let answer: LoggedAnswer | null = null;
  for (const entry of entries) {
    if (isCheck(entry)) answer = entry.answer ?? answer;
    const eventTypes = isCheck(entry) ? readings.next(entry) : null;
    for (const line of linesOf(entry, answer && { answer, eventTypes }, names, words)) write(entry.at, line);
    mark(entry.at, rerun.feed(entry));
  }
  return lines;
}

function linesOf(
  entry: LogEntry,
  good: Opening | null,
  names: Pseudonyms,
  words: ReadonlySet<string>,
): object[] {
  if (!isCheck(entry)) return actionsOf(entry, names).map((action) => ({ do: action }));
  if (entry.outcome !== "answer" || good === null) return [outcomeOf(entry, words)];
  return [goodLine(good, names, words)];
}

function goodLine({ answer, eventTypes }: Opening, names: Pseudonyms, words: ReadonlySet<string>): object {
  return {
    status: 200,
    body: bodyOf(answer, names, words),
    ...(eventTypes && { eventTypes: eventTypesBodyOf(eventTypes, names) }),
  };
}

/** Ascending. */
function credentialsIn({ start, entries }: ChecksLog): number[] {
  const answers = [start, ...entries.map((entry) => (isCheck(entry) ? entry.answer : undefined))];
  const ids = answers.flatMap((answer) => answer?.connections.map(({ id }) => id) ?? []);
  return [...new Set(ids.filter((id) => id !== null))].sort((a, b) => a - b);
}

type Untaken = (marks: readonly LoggedAcknowledgements[]) => LoggedAcknowledgements[];

const asIs = (id: string) => id;

/**
 * The log as a recording can tell it: without marks that are taken back later or have ended by themselves, and with a clock that
 * is never set back.
 */
function tellable(log: ChecksLog): ChecksLog {
  return inOrder(withoutTakenBack(withoutEnded(log)));
}

/** Marks that have not ended yet are as those that do not. */
function withoutEnded(log: ChecksLog): ChecksLog {
  const last = log.entries.at(-1)?.at ?? 0;
  const isOver = (until: number | undefined | null) => typeof until === "number" && until <= last;
  const entries = log.entries
    .filter((entry) => isCheck(entry) || entry.action !== "acknowledge" || !isOver(entry.until))
    .map((entry) => (!isCheck(entry) && entry.action === "acknowledge" ? { ...entry, until: null } : entry));
  const marks = log.start?.acknowledgements.filter(({ until }) => !isOver(until)) ?? [];
  const endless = marks.map(({ until: _, ...mark }) => mark);
  return { ...log, start: log.start && { ...log.start, acknowledgements: endless }, entries };
}

function withoutTakenBack(log: ChecksLog): ChecksLog {
  const taken = new Set<string>();
  const untaken: Untaken = (marks) =>
    taken.size === 0
      ? [...marks]
      : packed(
          unpacked(marks).filter((ref) => !taken.has(identity(ref))),
          asIs,
        );
  const entries = log.entries.toReversed().flatMap((entry): LogEntry[] => {
    if (isCheck(entry) || (entry.action !== "acknowledge" && entry.action !== "unacknowledge"))
      return [entry];
    if (entry.action === "acknowledge") return [{ ...entry, findings: untaken(entry.findings) }];
    for (const ref of unpacked(entry.findings)) taken.add(identity(ref));
    return [];
  });
  const start = log.start && { ...log.start, acknowledgements: untaken(log.start.acknowledgements) };
  return { ...log, start, entries: entries.reverse() };
}

function inOrder(log: ChecksLog): ChecksLog {
  let last = log.start?.at ?? 0;
  const first = log.entries[0]?.at ?? last;
  const start = log.start && { ...log.start, at: Math.min(last, first) };
  last = start?.at ?? first;
  const entries = log.entries.map((entry) => {
    last = Math.max(last, entry.at);
    return { ...entry, at: last };
  });
  return { ...log, start, entries };
}

/** What `do` is for an action, with stand-ins for its ids. */
function actionsOf(entry: LoggedAction, names: Pseudonyms): Record<string, unknown>[] {
  const action = converted<LoggedTypes, ArgumentTypes>(entry, {
    calendar: (id) => names.calendar(id),
    credential: (id) => names.credential(id),
    delegation: (id) => orNull(id, (one) => names.delegation(one)),
    app: (type) => names.type(type),
    time: (at) => at,
    end: (at) => at,
    findings: (marks) =>
      unpacked(marks).map(({ kind, subject }) => ({ kind, subject: withPseudonyms(subject, names) })),
  });
  return doOf(action, entry.at);
}

function expectOf({ kind, subject }: FindingRef, names: Pseudonyms): Record<string, unknown> {
  return { expect: kind, subject: printedSubject(withPseudonyms(subject, names)) };
}

/** A subject of the log with stand-ins for its ids. */
export function withPseudonyms(subject: Subject, names: Pseudonyms): Subject {
  if (subject.type === "account" || subject.type === "destination" || subject.type === "eventType") {
    return subject;
  }
  const id = {
    integration: names.type(subject.integration),
    credentialId: orNull(subject.credentialId, (one) => names.credential(one)),
    delegationCredentialId: orNull(subject.delegationCredentialId, (one) => names.delegation(one)),
  };
  if (subject.type === "connection") return { type: "connection", ...id };
  return { type: "calendar", ...id, externalId: names.calendar(subject.externalId) };
}
