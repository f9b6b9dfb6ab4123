import type { Booking } from "./meetings.ts";
import type { User } from "./world.ts";

/** A booking as lists show it. Keys of what a booking has not are left out. */
export function shownBooking(booking: Booking, user: User): Record<string, unknown> {
  const { host, attendees, eventTypeId, rescheduledFromUid, recurringBookingUid } = booking;
  const eventType = user.eventTypes.find(({ id }) => id === eventTypeId);
  return {
    id: booking.id,
    uid: booking.uid,
    title: booking.title,
    description: "",
    hosts: [{ ...host, displayEmail: host.email }],
    status: booking.status,
    start: booking.start,
    end: booking.end,
    duration: (Date.parse(booking.end) - Date.parse(booking.start)) / 60_000,
    eventTypeId,
    ...(eventType === undefined ? {} : { eventType: { id: eventType.id, slug: eventType.slug } }),
    location: booking.location,
    absentHost: false,
    createdAt: booking.createdAt,
    updatedAt: booking.updatedAt,
    metadata: {},
    icsUid: `${booking.uid}@cal.com`,
    attendees: attendees.map((attendee) => ({ ...attendee, displayEmail: attendee.email, absent: false })),
    bookingFieldsResponses: {},
    ...(rescheduledFromUid === null ? {} : { rescheduledFromUid }),
    ...(recurringBookingUid === null ? {} : { recurringBookingUid }),
  };
}
