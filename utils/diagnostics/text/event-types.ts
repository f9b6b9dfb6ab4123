import type { AccountState } from "../../core/model/account-state.ts";
import type { EventTypesRead } from "../../core/model/records.ts";
import { utc } from "./servers.ts";

/** When event types were read and what was the matter with that; how many there are, and nothing of what they are called. */
export function eventTypeLines({ eventTypes }: AccountState, read: EventTypesRead | null): string[] {
  if (read === null) return ["  Event types: not read"];
  const { at, goodAt, problem, awaited } = read;
  const own = eventTypes.filter(({ destination }) => destination !== null).length;
  const remembered = eventTypes.filter((one) => one.remembered !== null && one.destination === null).length;
  return [
    `  Event types: ${eventTypes.length}; with a calendar of their own: ${own}; without one that they had: ${remembered}`,
    `  Event types last read: ${utc(goodAt)}; last try: ${utc(at)}${problem === null ? "" : ` (${problem})`}`,
    ...(awaited.length > 0 ? [`  Event types that were given a calendar since: ${awaited.length}`] : []),
  ];
}
