import type { Destination } from "../../../cal-api/observation.ts";
import { isAddedTo } from "../../calendars/destination.ts";
import type { RememberedCalendar, RememberedConnection } from "../../model/account-state.ts";
import { connectionKey, connectionSubject } from "../../model/subject.ts";
import { type Draft, isConfirmed, type Trust, trustOf } from "../draft.ts";
import type { Confirm } from "../lifecycle.ts";
import type { MatchedAnswer, SeenCalendar } from "../matching/matched-answer.ts";

/** A calendar that bookings may be added to, in its connection. */
interface Place {
  connection: RememberedConnection;
  trust: Trust;
  calendar: RememberedCalendar;
  /** As the answer shows it, also while what is remembered of it is doubted; null where the answer does not list it. */
  listed: SeenCalendar | null;
}

/** All calendars of one answer, and those that are remembered of connections which are broken or missing in it. */
export interface Places {
  byExternalId: ReadonlyMap<string, readonly Place[]>;
  connections: readonly RememberedConnection[];
  /** The apps with a healthy connection in which some calendar could not be read. */
  unreadableApps: ReadonlySet<string>;
}

/** Built once for an answer: of a thousand calendars one is found as fast as of ten. */
export function placesOf(draft: Draft, matched: MatchedAnswer): Places {
  const { connections } = draft.state;
  const byExternalId = new Map<string, Place[]>();
  for (const connection of connections) {
    const trust = trustOf(draft, connection);
    const seen =
      trust === "live" ? (matched.connections.get(connectionKey(connection))?.calendars ?? []) : [];
    const listed = new Map(seen.map((calendar) => [calendar.externalId, calendar]));
    for (const calendar of connection.calendars) {
      const { externalId } = calendar;
      const place = { connection, trust, calendar, listed: listed.get(externalId) ?? null };
      const others = byExternalId.get(externalId);
      if (others) others.push(place);
      else byExternalId.set(externalId, [place]);
    }
  }
  const unreadableApps = new Set(connections.filter(isPartlyUnread).map(({ integration }) => integration));
  return { byExternalId, connections, unreadableApps };
}

/** What the row of a destination says of its connection: it tells which of several calendars of one id is meant. */
export interface OwnRow {
  isOwn: (connection: RememberedConnection) => boolean;
  /** Where its calendar is known nowhere, the connection that it must have been in. */
  isNamed: (connection: RememberedConnection) => boolean;
}

/** Cal.com names no credential. */
const NO_ROW: OwnRow = { isOwn: () => false, isNamed: () => false };

/** `unread`: it may be the very calendar that could not be read. */
export type Whereabouts =
  | { is: "live"; readOnly: boolean }
  | { is: "unread" }
  | { is: "lost"; confirm: Confirm };

/**
 * Where bookings go that are added to this calendar: first among those that Cal.com lists right now, then among the last known
 * of broken and missing connections, then by what its row says. Lost is as sure as it is that its connection is broken.
 */
export function whereaboutsOf(
  draft: Draft,
  { byExternalId, connections, unreadableApps }: Places,
  destination: Pick<Destination, "integration" | "externalId">,
  row: OwnRow = NO_ROW,
): Whereabouts {
  const all = (byExternalId.get(destination.externalId) ?? []).filter(({ calendar, connection }) =>
    isAddedTo(destination, calendar, connection),
  );
  const live = all.filter(({ listed }) => listed !== null);
  if (live.length > 0) {
    return { is: "live", readOnly: narrowed(row, live).every(({ listed }) => listed?.readOnly) };
  }
  // A connection that works and lists it no more comes after those that are broken or missing.
  const lastKnown = all.filter(({ trust }) => trust !== "live");
  const known = narrowed(row, lastKnown.length > 0 ? lastKnown : all).map(({ connection }) => connection);
  const named = () => connections.filter((one) => isOfApp(one, destination) && row.isNamed(one));
  const places = known.length > 0 || row === NO_ROW ? known : named();
  const unread =
    places.length > 0 ? places.some(isPartlyUnread) : hasUnreadable(unreadableApps, destination.integration);
  return unread ? { is: "unread" } : { is: "lost", confirm: sureness(draft, places) };
}

function isPartlyUnread({ condition, malformedCalendars }: RememberedConnection): boolean {
  return condition === "healthy" && malformedCalendars > 0;
}

function hasUnreadable(apps: ReadonlySet<string>, integration: string | null): boolean {
  return integration === null ? apps.size > 0 : apps.has(integration);
}

function isOfApp({ integration }: RememberedConnection, destination: Pick<Destination, "integration">) {
  return destination.integration === integration;
}

/** Among several, those of the credential that the destination's own row names. */
function narrowed({ isOwn }: OwnRow, places: readonly Place[]): readonly Place[] {
  const own = places.filter(({ connection }) => isOwn(connection));
  return own.length > 0 ? own : places;
}

function sureness(draft: Draft, places: readonly RememberedConnection[]): Confirm {
  const broken = places.filter(({ condition }) => condition === "broken");
  if (broken.length === 0) return "onRepeat";
  return broken.every((place) => isConfirmed(draft, "connection-error", connectionSubject(place)))
    ? "now"
    : "never";
}
