import type { Destination } from "../../../cal-api/observation.ts";
import { isAddedTo, isOwnCredential } from "../../calendars/destination.ts";
import type { RememberedCalendar, RememberedConnection } from "../account-state.ts";
import { isConfirmed, type Work } from "../draft.ts";
import { claim, cover, seeRight } from "../ledger.ts";
import { calendarSubject, connectionSubject, DESTINATION } from "../subject.ts";
import { type Trust, trustOf } from "../trust.ts";

/** A calendar that a destination may be, in its connection. */
interface Home {
  connection: RememberedConnection;
  trust: Trust;
  calendar: RememberedCalendar;
}

/** Can bookings be added to the calendar that the answer's destination names? */
export function judgeHome(work: Work, destination: Destination | null): void {
  if (destination === null) {
    cover(work, "destination-broken", DESTINATION);
    cover(work, "destination-read-only", DESTINATION);
    return;
  }
  const homes = homesOf(work, destination);
  const live = homes.filter(({ trust, calendar }) => trust === "live" && !calendar.missing);
  if (live.length > 0) {
    seeRight(work, "destination-broken", DESTINATION);
    const own = narrowed(destination, live);
    if (own.every(({ calendar }) => calendar.readOnly)) {
      claim(work, "destination-read-only", DESTINATION, "error", "certain");
    } else seeRight(work, "destination-read-only", DESTINATION);
    return;
  }
  // A connection that may only be slow today takes nothing back that was known of it.
  if (!homes.some((home) => isDoubted(work, home))) cover(work, "destination-read-only", DESTINATION);
  judgeLost(
    work,
    destination,
    narrowed(destination, homes).map(({ connection }) => connection),
  );
}

function homesOf(work: Work, destination: Destination): Home[] {
  return work.state.connections.flatMap((connection) => {
    const trust = trustOf(work, connection);
    return connection.calendars
      .filter((calendar) => isAddedTo(destination, calendar, connection))
      .map((calendar) => ({ connection, trust, calendar }));
  });
}

function isDoubted(work: Work, { connection, trust, calendar }: Home): boolean {
  const gone = isConfirmed(work, "calendar-gone", calendarSubject(connection, calendar.externalId));
  return !gone && (trust === "suspected" || trust === "live");
}

/** Among several, those of the credential that the destination's own row names. */
function narrowed(destination: Destination, homes: readonly Home[]): readonly Home[] {
  const own = homes.filter(({ connection }) => isOwnCredential(destination, connection));
  return own.length > 0 ? own : homes;
}

/** The destination is in no calendar that Cal.com lists right now. */
function judgeLost(work: Work, destination: Destination, lastKnown: readonly RememberedConnection[]): void {
  const sameType = work.state.connections.filter(
    ({ integration }) => destination.integration === null || integration === destination.integration,
  );
  const named = sameType.filter(
    (connection) => destination.integration !== null && isOwnCredential(destination, connection),
  );
  const places = lastKnown.length > 0 ? lastKnown : named;
  // It may be the very calendar that could not be read.
  const candidates = places.length > 0 ? places : sameType;
  if (candidates.some((place) => place.condition === "healthy" && place.malformedCalendars > 0)) return;

  const broken = places.filter(({ condition }) => condition === "broken");
  const certainty =
    broken.length === 0
      ? "repeat"
      : broken.every((place) => isConfirmed(work, "connection-error", connectionSubject(place)))
        ? "certain"
        : "held";
  claim(work, "destination-broken", DESTINATION, "error", certainty);
}
