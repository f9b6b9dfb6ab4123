import { readDestination } from "./destination.ts";
import { isObject } from "./json.ts";
import type { Judge } from "./judge.ts";
import type { Listed } from "./listed.ts";
import type { Destination, KnownEventType, Memory } from "./memory.ts";
import { livePlaces, placeOf } from "./place.ts";
import { eventTypeSubject } from "./subject.ts";
import type { View } from "./views.ts";

const BROKEN = "event-type-destination-broken";
const READ_ONLY = "event-type-destination-read-only";
const LOST = "event-type-destination-lost";
const MOST = 500;
const KINDS = [BROKEN, READ_ONLY, LOST];

/**
 * Judges the destinations that event types have of their own, after the list of the same check.
 * @param shown null when they were not read, or can't be
 */
export function judgeEventTypes(
  judge: Judge,
  shown: unknown[] | null,
  views: View[],
  listed: Map<string, Listed>,
): void {
  const { memory } = judge;
  const judged = new Set<number>();
  let allHaveIds = true;
  for (const raw of shown ?? []) {
    const id = isObject(raw) && Number.isInteger(raw.id) ? (raw.id as number) : null;
    if (!isObject(raw) || id === null) {
      allHaveIds = false;
      continue;
    }
    const own = readDestination(raw.destinationCalendar);
    if (own === null) continue;
    judged.add(id);
    judgeOne(judge, id, own.externalId === "" ? null : withoutCredential(own), views, listed);
  }
  const there = new Set((shown ?? []).map((raw) => (isObject(raw) ? raw.id : null)));
  for (const [id, known] of [...memory.eventTypes])
    if (shown !== null && allHaveIds && !there.has(id)) forget(judge, id);
    else if (!judged.has(id)) leaveAsItWas(judge, id, known, views);
  for (const id of overTheBound(memory)) forget(judge, id);
}

/** Ids grow: the lowest are the oldest. */
function overTheBound({ eventTypes }: Memory): number[] {
  const oldestFirst = [...eventTypes.keys()].sort((a, b) => a - b);
  return oldestFirst.slice(0, Math.max(0, oldestFirst.length - MOST));
}

/** Cal.com doesn't say through which connection. */
function withoutCredential({ externalId, integration }: Destination): Destination {
  return { externalId, integration, credentialId: null, delegationCredentialId: null };
}

/** One that is deleted takes with it what was said of it. */
function forget(judge: Judge, id: number): void {
  judge.memory.eventTypes.delete(id);
  for (const kind of KINDS) judge.end(kind, eventTypeSubject(id));
}

/** Nothing new is known of it, but the list can show that its calendar is back. */
function leaveAsItWas(judge: Judge, id: number, { own }: KnownEventType, views: View[]): void {
  const subject = eventTypeSubject(id);
  const isBroken = judge.find(BROKEN, subject)?.visible === true;
  if (isBroken && own !== null && livePlaces(own, views).length > 0) judge.right(BROKEN, subject);
  for (const kind of KINDS) judge.leave(kind, subject);
}

function judgeOne(
  judge: Judge,
  id: number,
  own: Destination | null,
  views: View[],
  listed: Map<string, Listed>,
): void {
  const { memory } = judge;
  const subject = eventTypeSubject(id);
  const before = memory.eventTypes.get(id);
  if (own === null) {
    for (const kind of [BROKEN, READ_ONLY]) judge.replace(kind, subject);
    if (before?.own && wentWithItsApp(memory, before.own, before.seenWith)) {
      judge.raise(LOST, subject, "warning", "suspected");
      return;
    }
    memory.eventTypes.set(id, { own: null, seenWith: 0 });
    return;
  }
  memory.eventTypes.set(id, { own, seenWith: memory.goodAnswers });
  judge.right(LOST, subject);
  const place = placeOf(judge, own, views, listed);
  if (place?.live) judge.right(BROKEN, subject);
  else judge.replace(READ_ONLY, subject);
  if (place === null) judge.leave(BROKEN, subject);
  else if (!place.live) judge.raise(BROKEN, subject, "error", place.certainty);
  else if (place.readOnly) judge.raise(READ_ONLY, subject, "error", "certain");
  else judge.right(READ_ONLY, subject);
}

/** Whether a connection of its app broke, went or was succeeded since; without an app it can have been any. */
function wentWithItsApp({ lostApps }: Memory, { integration }: Destination, seenWith: number): boolean {
  return [...lostApps].some(([type, at]) => at > seenWith && (integration === "" || integration === type));
}

/** That it has none is how it is meant to be. */
export function rememberNone({ eventTypes }: Memory, id: number): void {
  if (eventTypes.has(id)) eventTypes.set(id, { own: null, seenWith: 0 });
}
