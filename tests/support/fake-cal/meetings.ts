import type { DestinationRow } from "./rows.ts";

/** Something that can be booked with the user. */
export interface EventType {
  id: number;
  title: string;
  slug: string;
  hidden: boolean;
  lengthInMinutes: number;
  /** How many characters are said about it; none by default. */
  described?: number;
  /** Its own row "add bookings to this calendar", or null when the user's default applies. */
  destination: DestinationRow | null;
}

export const BOOKING_STATUSES = ["accepted", "pending", "cancelled", "rejected"] as const;

export type BookingStatus = (typeof BOOKING_STATUSES)[number];

export interface Person {
  name: string;
  email: string;
  timeZone: string;
}

/** The one whose calendar a booking goes to. */
export interface Host extends Person {
  id: number;
  username: string;
}

/** A booking that the user can see; that of another host is one to which the user is only invited. Times are ISO 8601. */
export interface Booking {
  id: number;
  uid: string;
  title: string;
  status: BookingStatus;
  start: string;
  end: string;
  createdAt: string;
  updatedAt: string;
  eventTypeId: number | null;
  host: Host;
  attendees: Person[];
  location: string;
  rescheduledFromUid: string | null;
  recurringBookingUid: string | null;
  references: BookingReference[];
}

/** A row for one try to write a booking somewhere; `eventUid` is empty when the try failed. */
export interface BookingReference {
  id: number;
  type: string;
  eventUid: string;
  destinationCalendarId: string | null;
}

/** A credential of a video app. `invalid` is a stored flag, no live test. */
export interface ConferencingCredential {
  id: number;
  type: string;
  invalid: boolean | null;
}
