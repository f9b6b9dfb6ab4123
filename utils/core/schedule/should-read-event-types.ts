import type { AccountState } from "../model/account-state.ts";
import type { AccountEvent } from "../model/changes.ts";
import { isAboutEventType } from "../model/kind-groups.ts";
import type { FindingKind } from "../model/kinds.ts";
import type { EventTypesRead } from "../model/records.ts";
import { connectionKey } from "../model/subject.ts";
import { HOUR } from "../time.ts";

/** How often they are read while nothing speaks for a change. */
const EVERY_MS = 6 * HOUR;

/** What a check knows once it has a good answer of the list of calendars. */
interface Circumstances {
  /** What the last reading came to; null when event types were never asked for. */
  read: EventTypesRead | null;
  before: AccountState;
  /** What that answer makes of it, and which confirmed changes are in it. */
  after: AccountState;
  events: readonly AccountEvent[];
  /** ms since the epoch */
  now: number;
}

/**
 * Whether event types are read in this check, too: seldom, but at once where calendars that they add bookings to may be lost or
 * back. Where Cal.com lets nobody read them, it is not asked again for hours whatever happens; where there was no answer,
 * the next check tries again.
 */
export function shouldReadEventTypes({ read, before, after, events, now }: Circumstances): boolean {
  // A try in the future is from before the clock was set back.
  if (read === null || read.at > now || now - read.at >= EVERY_MS) return true;
  if (read.problem !== null) return read.problem === "failed";
  return (
    read.awaited.length > 0 ||
    events.some(isAboutCalendars) ||
    connectionsOf(before) !== connectionsOf(after) ||
    after.findings.some(
      ({ kind, confirmed, endedCounted }) => isAboutEventType(kind) && !confirmed && endedCounted === null,
    )
  );
}

/** A calendar that is gone, has a new id or can only be read is one that bookings can't be added to. */
const OF_CALENDARS: readonly FindingKind[] = [
  "no-connections",
  "calendar-gone",
  "calendar-moved",
  "read-only",
];

function isAboutCalendars(event: AccountEvent): boolean {
  if (!("kind" in event)) return event.what === "destination";
  const { type } = event.subject;
  return type === "connection" || type === "destination" || OF_CALENDARS.includes(event.kind);
}

/** Equal while the same connections are there, in the same condition. */
function connectionsOf({ connections }: AccountState): string {
  return connections
    .map(
      (connection) =>
        `${connectionKey(connection)} ${connection.condition} ${connection.replacedBy && connectionKey(connection.replacedBy)}`,
    )
    .sort()
    .join("\n");
}
