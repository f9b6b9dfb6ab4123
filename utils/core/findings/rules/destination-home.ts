import type { Destination } from "../../../cal-api/observation.ts";
import { isAddedTo, isOwnCredential } from "../../calendars/destination.ts";
import type { RememberedCalendar, RememberedConnection } from "../../model/account-state.ts";
import type { KindAbout } from "../../model/kinds.ts";
import { connectionKey, connectionSubject, DESTINATION } from "../../model/subject.ts";
import { type Draft, isConfirmed, type Trust, trustOf } from "../draft.ts";
import { type Confirm, close, inhibit, raise } from "../lifecycle.ts";
import type { MatchedAnswer } from "../matching/matched-answer.ts";

/** What an answer's word is worth: how sure it makes of what is wrong, and what ends by what is right. */
export interface Word {
  confirm: Confirm;
  right: (draft: Draft, kind: KindAbout<"destination">, subject: typeof DESTINATION) => void;
}

/** A calendar that a destination may be, in its connection. */
interface DestinationHome {
  connection: RememberedConnection;
  trust: Trust;
  calendar: RememberedCalendar;
}

/** Can bookings be added to the calendar that the answer's destination names? */
export function evaluateDestinationHome(
  draft: Draft,
  destination: Destination | null,
  matched: MatchedAnswer,
  { confirm, right }: Word,
): void {
  if (destination === null) {
    inhibit(draft, "destination-broken", DESTINATION);
    close(draft, "destination-read-only", DESTINATION);
    return;
  }
  const homes = destinationHomes(draft, destination);
  const live = homes.flatMap((home) => listedNow(matched, home));
  if (live.length > 0) {
    right(draft, "destination-broken", DESTINATION);
    const own = narrowed(destination, live);
    if (own.every(({ calendar }) => calendar.readOnly)) {
      raise(draft, "destination-read-only", DESTINATION, confirm);
    } else right(draft, "destination-read-only", DESTINATION);
    return;
  }
  close(draft, "destination-read-only", DESTINATION);
  // A connection that works and lists it no more comes after those that are broken or missing.
  const lastKnown = homes.filter(({ trust }) => trust !== "live");
  evaluateLost(
    draft,
    destination,
    narrowed(destination, lastKnown.length > 0 ? lastKnown : homes).map(({ connection }) => connection),
  );
}

/** As the answer shows it, also while what is remembered of it is doubted; none where the answer does not list it. */
function listedNow({ connections }: MatchedAnswer, { connection, trust, calendar }: DestinationHome) {
  if (trust !== "live") return [];
  const seen = connections.get(connectionKey(connection))?.calendars ?? [];
  return seen
    .filter(({ externalId }) => externalId === calendar.externalId)
    .map(({ readOnly }) => ({ connection, trust, calendar: { ...calendar, readOnly } }));
}

/**
 * Of all connections that have it, however they stand: what is wrong with a destination depends on what this answer makes of
 * them, which `trustOf` knows and what is stored of them does not. For what is told and offered later `destinationConnections`
 * chooses among them.
 */
function destinationHomes(draft: Draft, destination: Destination): DestinationHome[] {
  return draft.state.connections.flatMap((connection) => {
    const trust = trustOf(draft, connection);
    return connection.calendars
      .filter((calendar) => isAddedTo(destination, calendar, connection))
      .map((calendar) => ({ connection, trust, calendar }));
  });
}

/** Among several, those of the credential that the destination's own row names. */
function narrowed(destination: Destination, homes: readonly DestinationHome[]): readonly DestinationHome[] {
  const own = homes.filter(({ connection }) => isOwnCredential(destination, connection));
  return own.length > 0 ? own : homes;
}

/** A row may name a delegation by the -1 alone that all of them have. */
function isNamedBy(destination: Destination, connection: RememberedConnection): boolean {
  const { credentialId, delegationCredentialId } = destination;
  return (
    isOwnCredential(destination, connection) ||
    (delegationCredentialId === null && credentialId !== null && credentialId === connection.credentialId)
  );
}

/** The destination is in no calendar that Cal.com lists right now. */
function evaluateLost(
  draft: Draft,
  destination: Destination,
  lastKnown: readonly RememberedConnection[],
): void {
  const sameType = draft.state.connections.filter(
    ({ integration }) => destination.integration === null || integration === destination.integration,
  );
  const named = sameType.filter(
    (connection) => destination.integration !== null && isNamedBy(destination, connection),
  );
  const places = lastKnown.length > 0 ? lastKnown : named;
  // It may be the very calendar that could not be read.
  const candidates = places.length > 0 ? places : sameType;
  if (candidates.some((place) => place.condition === "healthy" && place.malformedCalendars > 0)) return;

  const broken = places.filter(({ condition }) => condition === "broken");
  const confirm =
    broken.length === 0
      ? "onRepeat"
      : broken.every((place) => isConfirmed(draft, "connection-error", connectionSubject(place)))
        ? "now"
        : "never";
  raise(draft, "destination-broken", DESTINATION, confirm);
}
