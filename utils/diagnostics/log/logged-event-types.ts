import type { AnsweredEventType, AnsweredEventTypes } from "../../cal-api/observation.ts";
import { BOUNDS } from "../../core/findings/bounds.ts";
import type { AccountState, EventTypeDestination } from "../../core/model/account-state.ts";
import type { LoggedEventTypes, StartEventTypes } from "../../core/model/checks-log.ts";
import { fingerprint } from "../fingerprint.ts";
import { eventTypeCode, eventTypeOf } from "./event-type-code.ts";

/** That there are any is what counts. */
const MOST_MALFORMED = 100;

/** What has to be kept of a reading of event types to replay it: never a title. Those that are not remembered are left out. */
export function loggedEventTypes({ eventTypes, malformed }: AnsweredEventTypes): LoggedEventTypes {
  const kept = [...eventTypes].sort((a, b) => a.id - b.id).slice(-BOUNDS.eventTypes);
  const types = kept.map(({ id, destination }) =>
    eventTypeCode({ id, destination: destination && named(destination, fingerprint) }),
  );
  return { types, ...(malformed > 0 && { malformed: Math.min(malformed, MOST_MALFORMED) }) };
}

/** The reading that was logged, under the ids of the log. */
export function answeredEventTypesOf({ types, malformed = 0 }: LoggedEventTypes): AnsweredEventTypes {
  const eventTypes = types.map((code): AnsweredEventType => ({ title: null, ...eventTypeOf(code) }));
  return { eventTypes, malformed };
}

/** @param name what ids are called in the log */
export function startEventTypesOf(
  { eventTypes, lostApps }: AccountState,
  name: (id: string) => string,
): StartEventTypes | null {
  if (eventTypes.length === 0) return null;
  return {
    seen: eventTypes.map(({ id, remembered }) =>
      eventTypeCode({ id, destination: remembered && named(remembered, name) }),
    ),
    bare: eventTypes
      .filter(({ remembered, destination }) => remembered !== null && destination === null)
      .map(({ id }) => id),
    lostApps: lostApps.map(({ integration }) => integration),
  };
}

/** The event types at the start as they were read last, without what some of them had before. */
export function readAtStart({ seen, bare }: StartEventTypes): LoggedEventTypes {
  const without = new Set(bare);
  return {
    types: seen.map((code) => {
      const { id } = eventTypeOf(code);
      return without.has(id) ? eventTypeCode({ id, destination: null }) : code;
    }),
  };
}

function named({ integration, externalId }: EventTypeDestination, name: (id: string) => string) {
  return { integration, externalId: name(externalId) };
}
