import type { Entry } from "./entry.ts";
import { endFindings, keepTold } from "./inheritance.ts";
import type { Judge } from "./judge.ts";
import { forgetConnection } from "./judge.ts";
import { agrees, calendarsOf, type Listed } from "./listed.ts";
import type { KnownCalendar, KnownConnection, Memory } from "./memory.ts";
import { byCredential, calendarSubject, connectionSubject, findingKey, idKey } from "./subject.ts";

const SYSTEM_CALENDAR = /#(holiday|contacts)@group\.v\.calendar\.google\.com$/;

/** Google's own calendars, which newer servers do not list. */
export function isSystemCalendar(externalId: string): boolean {
  return SYSTEM_CALENDAR.test(externalId);
}

/**
 * Finds for each remembered connection that is not healthy the one that stands for it now. One that is missing
 * is forgotten, and what it had goes on in its successor.
 * @param unidentified entries that may be any of those that are missing
 * @returns the successors of those that are broken beside them
 */
export function succeed(
  judge: Judge,
  listed: Map<string, Listed>,
  unidentified: Entry[],
): Map<string, Listed> {
  const { memory } = judge;
  const before = new Set(memory.connections.keys());
  const beside = new Map<string, Listed>();
  const remembered = [...memory.connections.values()].sort(
    (a, b) => Number(b.wasHealthy) - Number(a.wasHealthy) || byCredential(a.id, b.id),
  );
  for (const old of remembered) {
    const shown = listed.get(idKey(old.id));
    if (shown?.healthy) continue;
    const successor = successorOf(judge, old, listed, before);
    if (successor === undefined) continue;
    if (shown !== undefined || mayBeHere(judge, old, unidentified)) beside.set(idKey(old.id), successor);
    else takeOver(judge, old, successor, listed);
  }
  return beside;
}

/** Whether a missing one may be an entry that can't be identified. */
export function mayBeHere(judge: Judge, { id }: KnownConnection, unidentified: Entry[]): boolean {
  if (judge.isConfirmed("connection-gone", connectionSubject(id))) return false;
  return unidentified.some((entry) => agrees(entry, id));
}

function successorOf(
  { memory }: Judge,
  old: KnownConnection,
  listed: Map<string, Listed>,
  before: Set<string>,
) {
  const selected = lastSelected(memory, old);
  const samePrimary = (it: Listed) => old.primaryId !== null && it.primaryId === old.primaryId;
  const listsAll = (it: Listed) =>
    selected.length > 0 &&
    selected.every((externalId) => it.calendars.some((calendar) => calendar.externalId === externalId));
  const isLater = (it: Listed) =>
    !before.has(idKey(it.id)) || (memory.connections.get(idKey(it.id))?.firstSeen ?? 0) > old.firstSeen;
  const fits = (it: Listed) => (old.wasHealthy ? samePrimary(it) || listsAll(it) : isLater(it));
  return [...listed.values()]
    .filter((it) => it.healthy && it.id.type === old.id.type && fits(it))
    .sort((a, b) => Number(samePrimary(b)) - Number(samePrimary(a)) || byCredential(a.id, b.id))[0];
}

function lastSelected(memory: Memory, old: KnownConnection): string[] {
  return [...old.calendars]
    .filter(
      ([externalId, { selected }]) =>
        selected && !isSystemCalendar(externalId) && !isConfirmedGone(memory, old, externalId),
    )
    .map(([externalId]) => externalId);
}

/** Whether it was found gone for good, and not only missed. */
export function isConfirmedGone(memory: Memory, { id }: KnownConnection, externalId: string): boolean {
  const gone = memory.findings.get(findingKey("calendar-gone", calendarSubject(id, externalId)));
  return gone?.claim?.confirmed === true;
}

function takeOver(judge: Judge, old: KnownConnection, successor: Listed, listed: Map<string, Listed>): void {
  const { memory } = judge;
  const key = idKey(successor.id);
  judge.loseApp(old.id);
  const told = endFindings(judge, old, successor);
  for (const recovery of memory.recoveries) if (recovery.watched === idKey(old.id)) recovery.watched = key;
  forgetConnection(memory, old);
  for (const finding of told) keepTold(memory, finding, successor);
  carryMarks(memory, old, successor, !memory.connections.has(key));
  const known = memory.connections.get(key);
  if (known === undefined)
    memory.connections.set(key, {
      ...old,
      id: successor.id,
      firstSeen: memory.goodAnswers,
      breaks: [],
      quiet: false,
      wasConfirmedBroken: false,
    });
  else for (const [id, calendar] of nowhereElse(old, listed)) addMissing(known, id, calendar);
}

/** Calendars that were selected through the old connection and that no healthy connection lists. */
function nowhereElse(old: KnownConnection, listed: Map<string, Listed>): [string, KnownCalendar][] {
  const live = [...listed.values()].filter(({ healthy, id }) => healthy && id.type === old.id.type);
  return [...old.calendars].filter(
    ([id, { selected }]) =>
      selected && !isSystemCalendar(id) && !live.some((it) => calendarsOf(it, new Map()).has(id)),
  );
}

function addMissing(known: KnownConnection, externalId: string, calendar: KnownCalendar): void {
  if (known.calendars.has(externalId)) return;
  known.calendars.set(externalId, calendar);
  known.takenOver.add(externalId);
}

function carryMarks(memory: Memory, old: KnownConnection, successor: Listed, takesPlace: boolean): void {
  for (const kind of ["read-only", "not-selected"]) {
    const own = findingKey(kind, calendarSubject(old.id, ""));
    for (const key of [...memory.marks.keys()])
      if (key.startsWith(own))
        carryMark(memory, old, key.slice(own.length), {
          id: successor.id,
          externalId: key.slice(own.length),
        });
  }
  if (!takesPlace) return;
  for (const kind of ["connection-unchecked", "connection-twice"])
    if (memory.marks.has(findingKey(kind, connectionSubject(old.id))))
      memory.marks.set(findingKey(kind, connectionSubject(successor.id)), memory.counted);
}

/** What was marked of one calendar is marked of the other. */
export function carryMark(
  { marks, counted }: Memory,
  from: Pick<KnownConnection, "id">,
  externalId: string,
  to: Pick<KnownConnection, "id"> & { externalId: string },
): void {
  for (const kind of ["read-only", "not-selected"])
    if (marks.has(findingKey(kind, calendarSubject(from.id, externalId))))
      marks.set(findingKey(kind, calendarSubject(to.id, to.externalId)), counted);
}
