import type { AnsweredBooking, BookingReference } from "../../cal-api/booking.ts";
import { integrationOf } from "../calendars/find.ts";
import type { AccountState } from "../model/account-state.ts";

/** Why it is taken for being in no calendar of its host. */
export type MissingWhy =
  /** Cal.com tried to write it, and the provider did not take it. */
  | "notWritten"
  /** It was to go to a feed, which can only be read. */
  | "feed"
  /** Cal.com used the connection of another app than the one that has the calendar. */
  | "otherConnection"
  /** No calendar was set to add bookings to. */
  | "noDestination"
  /** It was moved, and that failed: the event may still stand at the old time. */
  | "notMoved";

/** Why nothing can be told. */
export type UnclearWhy =
  /** It waits to be confirmed: until then nothing is written. */
  | "pending"
  /** Cal.com noted no try to write it. */
  | "notTried"
  /** It was moved: whether its event was, too, no answer tells. */
  | "moved"
  /** Apple and CalDAV: what is noted looks the same when the account no longer had that calendar. */
  | "unproven"
  /** An entry could not be read, or Cal.com did not answer about it. */
  | "unreadable";

export type Placed =
  | { place: "in-calendar" }
  | { place: "in-none"; why: MissingWhy }
  | { place: "unclear"; why: UnclearWhy };

/** The apps of connections that list a calendar of this id, now or when they last worked. */
export type AppsListing = (externalId: string) => readonly string[];

/** In these the event is named after the booking, whether or not it was written. */
const NAMED_BY_BOOKING: readonly (string | null)[] = ["apple_calendar", "caldav_calendar"];

type Booking = Pick<AnsweredBooking, "status" | "rescheduledFromUid">;

/**
 * Whether a booking is in a calendar, by what Cal.com noted of its tries to write it. It notes one for each try, without an
 * event when that failed. What the rows do not prove is unclear: nobody is to be alarmed about a booking that is where it
 * should be, nor calmed about one that is not.
 * @param booking of one's own, and not over
 */
export function placeOf(
  { status, rescheduledFromUid }: Booking,
  references: readonly BookingReference[],
  appsListing: AppsListing = () => [],
): Placed {
  if (status !== "accepted") return { place: "unclear", why: "pending" };
  const tries = references.filter(isOfCalendar);
  const written = tries.filter(({ eventUid }) => eventUid !== null && eventUid !== "");
  if (written.length > 0) {
    // It has the rows of the booking that it was moved from, also where moving the event failed.
    if (rescheduledFromUid !== null) return { place: "unclear", why: "moved" };
    return written.some((one) => isProof(one, appsListing))
      ? { place: "in-calendar" }
      : { place: "unclear", why: "unproven" };
  }
  if (tries.some(({ eventUid }) => eventUid === null) || references.some(({ type }) => type === null))
    return { place: "unclear", why: "unreadable" };
  const [failed] = tries;
  if (failed === undefined) return { place: "unclear", why: "notTried" };
  if (rescheduledFromUid !== null) return { place: "in-none", why: "notMoved" };
  return { place: "in-none", why: whyNotWritten(failed, appsListing) };
}

function isOfCalendar({ type }: BookingReference): boolean {
  const app = type ?? "";
  return app.endsWith("_calendar") && !app.endsWith("_other_calendar");
}

function isProof({ type, destinationCalendarId }: BookingReference, appsListing: AppsListing): boolean {
  if (type === null || !NAMED_BY_BOOKING.includes(type)) return true;
  return destinationCalendarId !== null && appsListing(destinationCalendarId).includes(type);
}

function whyNotWritten(
  { type, destinationCalendarId }: BookingReference,
  appsListing: AppsListing,
): MissingWhy {
  if (type === "ics-feed_calendar") return "feed";
  if (destinationCalendarId === "") return "noDestination";
  const apps = destinationCalendarId === null ? [] : appsListing(destinationCalendarId);
  return apps.length > 0 && type !== null && !apps.includes(type) ? "otherConnection" : "notWritten";
}

/** By what is remembered of an account. */
export function appsListingIn({ connections }: Pick<AccountState, "connections">): AppsListing {
  const apps = new Map<string, string[]>();
  for (const connection of connections) {
    for (const calendar of connection.calendars) {
      const { externalId } = calendar;
      apps.set(externalId, [...(apps.get(externalId) ?? []), integrationOf(connection, calendar)]);
    }
  }
  return (externalId) => apps.get(externalId) ?? [];
}
