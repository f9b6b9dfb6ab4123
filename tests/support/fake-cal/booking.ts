import { type Clock, isoTime } from "./clock.ts";
import { isMadeWith } from "./credentials.ts";
import type { Fault } from "./faults.ts";
import type { Booking, BookingReference, EventType } from "./meetings.ts";
import type { DestinationRow } from "./rows.ts";
import type { Connection, User } from "./world.ts";

/** Their event is named by the booking itself, also where the account no longer has the calendar. */
const NAMED_BY_BOOKING = ["apple_calendar", "caldav_calendar"];

/** What is known of a booking before Cal.com writes it anywhere. */
export type Planned = Pick<Booking, "title" | "start" | "end" | "attendees" | "status"> &
  Partial<Pick<Booking, "rescheduledFromUid" | "recurringBookingUid" | "host">>;

/** What becomes of the event of a booking that is moved to another time. */
export type Move = "moved" | "stays" | "lost";

/**
 * Books, and tries to write the booking into one calendar: that of the event type's own row, else of the user's row, else
 * the newest connection's. The try leaves a reference, with an empty `eventUid` when it failed. A booking that waits to be
 * confirmed is not written.
 *
 * One that takes the place of another is not written anew: it gets the references of that one, also where moving the event failed,
 * with their `eventUid` emptied where `move` is `lost`.
 */
export function book(
  user: User,
  eventType: EventType | null,
  planned: Planned,
  clock: Clock,
  move: Move = "moved",
): Booking {
  const id = 1 + Math.max(50_000, ...user.bookings.map((known) => known.id));
  const uid = `booking${id}`;
  const now = isoTime(clock);
  const { name, email, timeZone, username } = user;
  const booking: Booking = {
    id,
    uid,
    rescheduledFromUid: null,
    recurringBookingUid: null,
    host: { id: user.id, name: name ?? "", email, timeZone, username },
    ...planned,
    createdAt: now,
    updatedAt: now,
    eventTypeId: eventType?.id ?? null,
    location: "integrations:daily",
    references: [],
  };
  user.bookings.push(booking);
  const moved = user.bookings.find((known) => known.uid === booking.rescheduledFromUid);
  if (moved !== undefined) {
    Object.assign(moved, { status: "cancelled", updatedAt: now });
    booking.references = moved.references.map((reference, index) => ({
      ...reference,
      id: id * 10 + index,
      eventUid: move === "lost" ? "" : reference.eventUid,
    }));
  } else if (booking.status === "accepted" && booking.host.id === user.id) {
    writeToCalendar(user, eventType, booking);
  }
  return booking;
}

/** Confirms a booking that was waiting, and writes it as if it were made now. */
export function confirm(user: User, booking: Booking, clock: Clock): void {
  Object.assign(booking, { status: "accepted", updatedAt: isoTime(clock) });
  const eventType = user.eventTypes.find(({ id }) => id === booking.eventTypeId) ?? null;
  writeToCalendar(user, eventType, booking);
}

function writeToCalendar(user: User, eventType: EventType | null, booking: Booking): void {
  const row = eventType?.destination ?? user.destination;
  const connection = connectionFor(user, row);
  if (connection === undefined) {
    return;
  }
  const isNamed = row !== null && (row.credentialId !== null || row.delegationCredentialId !== null);
  const externalId = isNamed ? row.externalId : null;
  const reference: BookingReference = {
    id: booking.id * 10 + booking.references.length,
    type: connection.type,
    eventUid: takes(connection, externalId) ? eventUid(connection, booking) : "",
    destinationCalendarId: externalId,
  };
  booking.references.push(reference);
}

/** A row's credential decides, whatever app it belongs to; a row without one takes the newest connection of its app. */
function connectionFor(user: User, row: DestinationRow | null): Connection | undefined {
  const newestFirst = user.connections.toSorted(
    (left, right) =>
      Number(right.delegationCredentialId !== null) - Number(left.delegationCredentialId !== null) ||
      right.credentialId - left.credentialId,
  );
  if (row === null) {
    return newestFirst[0];
  }
  if (row.credentialId !== null || row.delegationCredentialId !== null) {
    return newestFirst.find((connection) => isMadeWith(row, connection));
  }
  return newestFirst.find(({ type }) => type === row.integration) ?? newestFirst[0];
}

/** Whether the provider takes an event for this calendar. An empty or missing id means the account's own default. */
function takes(connection: Connection, externalId: string | null): boolean {
  if (!isUp(connection.fault) || !connection.appEnabled || connection.type === "ics-feed_calendar") {
    return false;
  }
  if (externalId === null || externalId === "" || NAMED_BY_BOOKING.includes(connection.type)) {
    return true;
  }
  const calendar = connection.calendars.find((candidate) => candidate.externalId === externalId);
  return calendar?.writable === true && !calendar.dropped;
}

/** A provider that fails at times takes what comes between; booking moves no fault on. */
function isUp(fault: Fault): boolean {
  const isOver = fault.kind === "transient" && fault.times <= 0;
  return fault.kind === "none" || fault.kind === "now-and-then" || isOver;
}

function eventUid(connection: Connection, { id, uid }: Booking): string {
  return NAMED_BY_BOOKING.includes(connection.type) ? uid : `event${id}`;
}
