import { type Judge, LASTING } from "./judge.ts";
import { calendarsOf, type Listed } from "./listed.ts";
import type { Destination, KnownCalendar, KnownConnection, Subject } from "./memory.ts";
import { calendarSubject, connectionOf, findingKey, idKey } from "./subject.ts";
import { carryMark, isConfirmedGone, isSystemCalendar } from "./succession.ts";

/** Compares what a healthy connection lists with what is remembered of it, and remembers what is believed. */
export function judgeCalendars(
  judge: Judge,
  known: KnownConnection,
  listed: Listed,
  destination: Destination | null,
  isLive: (type: string, externalId: string) => boolean,
): void {
  const found = calendarsOf(listed, known.calendars);
  const isDestination = (id: string) =>
    destination !== null && isAt(destination, known.id.type, id) && !isLive(known.id.type, id);
  for (const id of [...known.calendars.keys()])
    if (isSystemCalendar(id) && !found.has(id) && !listed.holdsMalformed)
      forgetSystemCalendar(judge, known, id);
  const moved = listed.holdsMalformed ? null : move(judge, known, found, isDestination);
  for (const [externalId, calendar] of found) judgeListed(judge, known, externalId, calendar, moved);
  for (const externalId of [...known.calendars.keys()])
    if (!found.has(externalId) && !isFoundElsewhere(judge, known, externalId, isLive))
      judgeMissing(judge, known, externalId, listed.holdsMalformed);
  known.primaryId = listed.primaryId;
  known.wasHealthy = true;
}

function forgetSystemCalendar({ memory }: Judge, known: KnownConnection, externalId: string): void {
  forgetCalendar(memory, known, externalId);
  for (const kind of ["read-only", "not-selected"])
    memory.marks.delete(findingKey(kind, calendarSubject(known.id, externalId)));
}

/** The calendar and all that is said of it go. */
export function forgetCalendar(memory: Judge["memory"], known: KnownConnection, externalId: string): void {
  known.calendars.delete(externalId);
  for (const [key, { subject }] of memory.findings)
    if (
      subject.type === "calendar" &&
      subject.externalId === externalId &&
      connectionOf(subject) === idKey(known.id)
    )
      memory.findings.delete(key);
}

/** Gives the place of the one calendar that is lacking to the one new calendar that looks like it. */
function move(
  judge: Judge,
  known: KnownConnection,
  found: Map<string, KnownCalendar>,
  isDestination: (externalId: string) => boolean,
): string | null {
  const { memory } = judge;
  const lacking = [...known.calendars].filter(
    ([id, { selected }]) =>
      !found.has(id) && (selected || isDestination(id)) && !isConfirmedGone(memory, known, id),
  );
  const [a] = lacking;
  if (a === undefined || lacking.length > 1) return null;
  const [oldId, old] = a;
  const fitting = [...found].filter(([id, it]) => !known.calendars.has(id) && fits(old, it));
  const [b] = fitting;
  if (b === undefined || fitting.length > 1) return null;
  const [newId, now] = b;
  carryMark(memory, known, oldId, { id: known.id, externalId: newId });
  for (const kind of ["read-only", "not-selected"])
    memory.marks.delete(findingKey(kind, calendarSubject(known.id, oldId)));
  if (isDestination(oldId) && memory.remembered !== null)
    memory.remembered = { ...memory.remembered, externalId: newId };
  carryTold(judge, calendarSubject(known.id, oldId), calendarSubject(known.id, newId));
  forgetCalendar(memory, known, oldId);
  known.calendars.set(newId, { ...old, name: now.name, primary: now.primary });
  return newId;
}

/** What was told of a calendar, and a selection that is known to be lost, go on under its new id. */
function carryTold({ memory }: Judge, from: Subject, to: Subject): void {
  for (const kind of ["read-only", "not-selected", "selection-lost", "calendar-moved"]) {
    const finding = memory.findings.get(findingKey(kind, from));
    if (finding === undefined) continue;
    if (LASTING.includes(kind) || finding.claim?.confirmed)
      memory.findings.set(findingKey(kind, to), { ...finding, subject: to });
  }
}

/** Whether a destination is this calendar; a blank app means any. */
export function isAt({ externalId, integration }: Destination, type: string, id: string): boolean {
  return externalId === id && (integration === "" || integration === type);
}

function fits(old: KnownCalendar, now: KnownCalendar): boolean {
  return (old.name !== "" && old.name === now.name) || (old.primary && now.primary);
}

function judgeListed(
  judge: Judge,
  known: KnownConnection,
  externalId: string,
  calendar: KnownCalendar,
  moved: string | null,
): void {
  const subject = calendarSubject(known.id, externalId);
  if (calendar.selected) judge.right("calendar-gone", subject);
  else judge.replace("calendar-gone", subject);
  known.takenOver.delete(externalId);
  const isMoved = externalId === moved || judge.find("calendar-moved", subject)?.claim;
  const kind = isMoved && !judge.isConfirmed("selection-lost", subject) ? "calendar-moved" : "selection-lost";
  const wasSelected = known.calendars.get(externalId)?.selected === true || judge.isConfirmed(kind, subject);
  if (calendar.selected) {
    judge.right("selection-lost", subject);
    judge.right("calendar-moved", subject);
  } else if (wasSelected && isUnselecting(judge, externalId)) {
    judge.end("selection-lost", subject);
    judge.end("calendar-moved", subject);
    judge.memory.marks.set(findingKey("not-selected", subject), judge.memory.counted);
    judge.unselected.add(idKey(known.id));
  } else if (wasSelected && !judge.raise(kind, subject, "warning", "suspected").claim?.confirmed) {
    const { name, primary } = calendar;
    known.calendars.set(externalId, { ...(known.calendars.get(externalId) ?? calendar), name, primary });
    return;
  }
  known.calendars.set(externalId, calendar);
}

function isUnselecting({ memory }: Judge, externalId: string): boolean {
  return memory.pendingSelections.some((it) => it.externalId === externalId && !it.selected);
}

function judgeMissing(judge: Judge, known: KnownConnection, externalId: string, unsure: boolean): void {
  const subject = calendarSubject(known.id, externalId);
  if (unsure) return;
  if (known.calendars.get(externalId)?.selected) {
    judge.raise("calendar-gone", subject, "warning", "suspected");
    return;
  }
  judge.end("selection-lost", subject);
  judge.end("calendar-moved", subject);
  judge.miss("not-selected", subject);
  known.calendars.delete(externalId);
}

/** A calendar that a successor took over without listing it is not gone when another connection lists it. */
function isFoundElsewhere(
  judge: Judge,
  known: KnownConnection,
  externalId: string,
  isLive: (type: string, externalId: string) => boolean,
): boolean {
  if (!known.takenOver.has(externalId) || !isLive(known.id.type, externalId)) return false;
  judge.right("calendar-gone", calendarSubject(known.id, externalId));
  known.calendars.delete(externalId);
  return true;
}
