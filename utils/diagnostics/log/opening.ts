import type { LoggedAnswer, LoggedConnection, LoggedEventTypes, Start } from "../../core/model/checks-log.ts";

/** One answer, with what its check read of event types. */
export interface Opening {
  answer: LoggedAnswer;
  eventTypes: LoggedEventTypes | null;
}

/** Cal.com has none below -1. */
const MADE_UP = -2;

/**
 * The answers that a replay of a log has to begin with. Which apps have lost connections since event types were last seen can't be
 * said in one: a connection is made up for each, that never worked and is missing from the second answer.
 */
export function openingsOf({ connections, destination, eventTypes }: Start): Opening[] {
  const answer = { connections, destination };
  if (!eventTypes) return [{ answer, eventTypes: null }];
  const seen = { types: eventTypes.seen };
  if (eventTypes.lostApps.length === 0) return [{ answer, eventTypes: seen }];
  const lost = eventTypes.lostApps.map((type): LoggedConnection => ({ type, id: MADE_UP, delegation: null }));
  return [
    { answer: { connections: [...connections, ...lost], destination }, eventTypes: seen },
    { answer, eventTypes: null },
  ];
}
