/** One booking as Cal.com listed it. Times are in ms since the epoch. What its guests are called is not read. */
export interface AnsweredBooking {
  uid: string;
  title: string | null;
  /** `accepted`, `pending`, `cancelled` or `rejected`; null when it was no text. */
  status: string | null;
  start: number;
  end: number;
  /** null when it could not be read. */
  createdAt: number | null;
  /** Who organizes it, by the id of Cal.com. */
  hostId: number;
  /** The booking that it was moved from. */
  rescheduledFromUid: string | null;
}

/** One try of Cal.com to write a booking somewhere. */
export interface BookingReference {
  /** The app, such as `google_calendar` or `zoom_video`; null when it could not be read. */
  type: string | null;
  /** What the app calls the event; "" when the try failed, null when it could not be read. */
  eventUid: string | null;
  /** "" for a blank destination, null where no stored one was meant. */
  destinationCalendarId: string | null;
}

/** A readable page of `GET /v2/bookings`. */
export interface BookingsPage {
  bookings: AnsweredBooking[];
  /** How many entries there were, readable or not. */
  entries: number;
}

/** What an answer says of the limit that it counts for. */
export interface RateHint {
  /** Requests in all within its window; null where that is not said. */
  limit: number | null;
  /** Those that are left. */
  remaining: number;
  /** When it begins anew, in ms since the epoch. */
  resetsAt: number;
}

/** An address with which a booking is added to a calendar by hand. */
export interface CalendarLink {
  label: string;
  /** http or https */
  href: string;
}
