import * as z from "zod/mini";
import { readDestination } from "./destination.ts";
import { successData } from "./envelope.ts";
import { withoutAnyLinks } from "./hidden-links.ts";
import type { AnsweredEventType, AnsweredEventTypes } from "./observation.ts";
import { EventTypeSchema } from "./schemas.ts";

/** Of a title, in UTF-16 code units: no page shows more. */
const LONGEST_TITLE = 200;

const EventTypes = z.array(z.unknown());

/**
 * Reads the body of `GET /v2/event-types`, in the shape of version 2024-06-14. Never throws.
 * @returns null when this is no good answer. Two entries of one id are one: the first.
 */
export function readEventTypes(json: unknown): AnsweredEventTypes | null {
  const entries = EventTypes.safeParse(successData(json));
  if (!entries.success) return null;
  const byId = new Map<number, AnsweredEventType>();
  let malformed = 0;
  for (const entry of entries.data) {
    const read = readEventType(entry);
    if (read === null) malformed += 1;
    else if (!byId.has(read.id)) byId.set(read.id, read);
  }
  return { eventTypes: [...byId.values()], malformed };
}

/** One event type; null without an id, as it can't be told from any other. */
function readEventType(entry: unknown): AnsweredEventType | null {
  const parsed = EventTypeSchema.safeParse(entry);
  if (!parsed.success) return null;
  const { id, title, destinationCalendar } = parsed.data;
  return { id, title: shortTitle(title), destination: ownDestination(destinationCalendar) };
}

/** Never cut within a character; null when blank. */
function shortTitle(title: string | null | undefined): string | null {
  const cut = withoutAnyLinks(title ?? "")
    .trim()
    .slice(0, LONGEST_TITLE);
  return cut.replace(/[\ud800-\udbff]$/, "").trim() || null;
}

/** Cal.com leaves the key out where the account's destination applies; no credential is named. */
function ownDestination(raw: unknown): AnsweredEventType["destination"] {
  const answered = readDestination(raw);
  if (answered.kind === "unknown") return undefined;
  if (answered.kind === "blank") return null;
  const { integration, externalId } = answered.destination;
  return { integration, externalId };
}
