import type { ApiRequest, Route } from "../context.ts";
import { httpError } from "../envelope.ts";
import { type FieldRule, validateFields } from "../fields.ts";
import type { Booking } from "../meetings.ts";
import { type Reply, success } from "../reply.ts";

const VERSIONS = ["2024-08-13", "2026-02-25", "2026-05-01"];

const REFERENCE_TYPES = [
  "google_calendar",
  "office365_calendar",
  "daily_video",
  "google_video",
  "office365_video",
  "zoom_video",
];

/** `GET /v2/bookings/{uid}/references`: what is left of the tries to write a booking somewhere; its organizer only. */
export const referencesRoute: Route = {
  method: "GET",
  pattern: /^\/v2\/bookings\/([^/]+)\/references$/,
  scope: "BOOKING_READ",
  versions: VERSIONS,
  isRecent: true,
  handle: references,
};

/** `GET /v2/bookings/{uid}/calendar-links`: addresses with which anybody adds a booking to a calendar by hand. */
export const calendarLinksRoute: Route = {
  method: "GET",
  pattern: /^\/v2\/bookings\/([^/]+)\/calendar-links$/,
  scope: "BOOKING_READ",
  versions: VERSIONS,
  isRecent: true,
  handle: (request) => success(linksOf(bookingMeant(request))),
};

function references(request: ApiRequest): Reply {
  const { query, user } = request;
  validateFields(Object.fromEntries(query), [typeRule()]);
  const booking = bookingMeant(request);
  if (booking.host.id !== user.id) {
    throw httpError(400, `Booking with uid ${booking.uid} does not belong to user`);
  }
  const type = query.get("type");
  return success(booking.references.filter((reference) => type === null || reference.type === type));
}

function bookingMeant({ user, params }: ApiRequest): Booking {
  const booking = user.bookings.find(({ uid }) => uid === params[0]);
  if (booking === undefined) {
    throw httpError(404, `Booking with uid=${params[0]} was not found in the database`);
  }
  return booking;
}

function linksOf({ title, start, end, uid }: Booking) {
  const compact = (time: string) => time.replaceAll(/[-:]|\.\d+/g, "");
  const dates = `${compact(start)}/${compact(end)}`;
  const text = encodeURIComponent(title);
  return [
    {
      label: "Google Calendar",
      link: `https://calendar.google.com/calendar/r/eventedit?dates=${dates}&text=${text}`,
    },
    {
      label: "Microsoft Office",
      link: `https://outlook.office.com/calendar/0/deeplink/compose?startdt=${start}&enddt=${end}&subject=${text}`,
    },
    { label: "ICS", link: `data:text/calendar,UID:${uid}` },
  ];
}

function typeRule(): FieldRule {
  const message = `type must be one of the following values: ${REFERENCE_TYPES.join(", ")}`;
  const holds = (value: unknown) => REFERENCE_TYPES.includes(String(value));
  return { property: "type", optional: true, checks: { isIn: { holds, message } } };
}
