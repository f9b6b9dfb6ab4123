import type { AnsweredEventType } from "../../cal-api/observation.ts";

type Coded = Pick<AnsweredEventType, "id" | "destination">;

/**
 * One event type in a few bytes, e.g. `11:1x2y3z:google_calendar`: its id; the calendar and the app of its own destination, where
 * it has one; `11?` where that could not be read.
 * @param eventType with what its calendar is called in the log
 */
export function eventTypeCode({ id, destination }: Coded): string {
  if (destination === undefined) return `${id}?`;
  if (destination === null) return String(id);
  const { externalId, integration } = destination;
  return `${id}:${externalId}${integration === null ? "" : `:${integration}`}`;
}

/** The event type of a code, with the id that the log has for its calendar. */
export function eventTypeOf(code: string): Coded {
  const [named = "", externalId, ...integration] = code.split(":");
  if (named.endsWith("?")) return { id: Number(named.slice(0, -1)), destination: undefined };
  if (externalId === undefined) return { id: Number(named), destination: null };
  const app = integration.length > 0 ? integration.join(":") : null;
  return { id: Number(named), destination: { integration: app, externalId } };
}
