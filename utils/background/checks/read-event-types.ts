import { fetchEventTypes } from "../../cal-api/client.ts";
import type { Observation } from "../../cal-api/observation.ts";
import type { EventTypesResult } from "../../cal-api/observe-event-types.ts";
import { lookAtClock } from "../../core/clock.ts";
import { evaluate } from "../../core/findings/evaluate.ts";
import type { EventTypesRead } from "../../core/model/records.ts";
import { shouldReadEventTypes } from "../../core/schedule/should-read-event-types.ts";
import { readEffectiveSettings } from "../../storage/settings.ts";
import { readStatus, writableStatus } from "../../storage/status.ts";

/** With whom an account's event types are asked for. */
interface Asking {
  accountId: string;
  apiUrl: string;
  key: string;
  signal: AbortSignal;
}

/**
 * Asks for the event types, too, where a good answer of the list of calendars is a reason to. Nothing that goes wrong here is more
 * than that: the check is what the list made it.
 * @returns null where they are not asked for
 */
export async function readEventTypesBeside(
  observation: Observation,
  { accountId, apiUrl, key, signal }: Asking,
): Promise<EventTypesResult | null> {
  if (observation.kind !== "answer") return null;
  const { eventTypes: areWanted, intervalMinutes } = await readEffectiveSettings();
  const status = writableStatus(await readStatus(accountId));
  if (!areWanted || !status) return null;
  const seen = { date: observation.date, isGood: true };
  const { time: now, passed, state: before } = lookAtClock(status, Date.now(), seen);
  // What it will be once it is stored, but for the event types.
  const { state: after, changes } = evaluate(before, observation, now, { intervalMinutes }, passed);
  const { events } = changes;
  if (!shouldReadEventTypes({ read: status.eventTypesRead, before, after, events, now })) return null;
  return fetchEventTypes(apiUrl, key, { signal });
}

/** The same observation with what is known of event types from the same check. */
export function withEventTypes(observation: Observation, read: EventTypesResult | null): Observation {
  if (observation.kind !== "answer") return observation;
  const eventTypes = read?.kind === "event-types" ? read.answer : null;
  return { ...observation, answer: { ...observation.answer, eventTypes } };
}

/** @param now ms since the epoch */
export function eventTypesReadAfter(
  before: EventTypesRead | null,
  read: EventTypesResult | null,
  now: number,
): EventTypesRead | null {
  if (read === null) return before;
  if (read.kind === "event-types") return { at: now, goodAt: now, problem: null, awaited: [] };
  return { at: now, goodAt: before?.goodAt ?? null, problem: read.problem, awaited: [] };
}

/** How long Cal.com wants to be left alone since it was asked for event types, in ms; 0 where it said nothing. */
export function waitAfterEventTypes(read: EventTypesResult | null): number {
  return read?.kind === "problem" ? (read.retryAfterSeconds ?? 0) * 1000 : 0;
}

/** Those that were given a calendar from here and have one of their own now, by their ids. */
export function shownEventTypes(before: EventTypesRead | null, read: EventTypesResult | null): number[] {
  if (before === null || read?.kind !== "event-types") return [];
  const own = read.answer.eventTypes.filter(({ destination }) => destination);
  const ids = new Set(own.map(({ id }) => id));
  return before.awaited.filter((id) => ids.has(id));
}
