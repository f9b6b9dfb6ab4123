import { book, type Planned } from "../booking.ts";
import type { Clock } from "../clock.ts";
import type { Host } from "../meetings.ts";
import { danaGoogle, danaOutlook } from "./accounts.ts";
import { dana, destinationRow } from "./build.ts";
import type { Scenario } from "./scenario.ts";

const HOUR_MS = 3_600_000;
const OUTLOOK = "AAMkAGQ1ZmFkLWVu0AAA=";

const SAM: Host = {
  id: 5001,
  name: "Sam Ortiz",
  email: "sam@example.com",
  username: "sam",
  timeZone: "Europe/Madrid",
};

/**
 * Two event types, one with a destination of its own, and bookings of the coming days: in Google, in Outlook, in no
 * calendar because Google was down when it was made, waiting to be confirmed, called off, and one of somebody else.
 */
export function booked(clock: Clock): Scenario {
  const google = danaGoogle();
  const user = dana([google, danaOutlook()], destinationRow("google_calendar", "dana@example.com", 135));
  const intro = { id: 3001, title: "Intro call", slug: "intro-call", hidden: false, lengthInMinutes: 30 };
  const review = { id: 3002, title: "Review", slug: "review", hidden: true, lengthInMinutes: 60 };
  const own = destinationRow("office365_calendar", OUTLOOK, 212, {
    id: 884,
    primaryEmail: "dana@contoso.example",
    userId: null,
    eventTypeId: review.id,
  });
  user.eventTypes = [
    { ...intro, destination: null },
    { ...review, destination: own },
  ];
  const [introCall = null, reviewCall = null] = user.eventTypes;
  book(user, introCall, planned(clock, 24, "Intro call with Alex Kim"), clock);
  book(user, reviewCall, planned(clock, 30, "Review with Alex Kim"), clock);
  google.connection.fault = { kind: "revoked" };
  book(user, introCall, planned(clock, 48, "Intro call with Alex Kim"), clock);
  google.connection.fault = { kind: "none" };
  book(user, introCall, { ...planned(clock, 54, "Intro call with Alex Kim"), status: "pending" }, clock);
  book(user, introCall, { ...planned(clock, 60, "Intro call with Alex Kim"), status: "cancelled" }, clock);
  book(user, null, { ...planned(clock, 72, "Planning with Sam Ortiz"), host: SAM }, clock);
  user.conferencing = [
    { id: 601, type: "google_video", invalid: false },
    { id: 602, type: "zoom_video", invalid: true },
  ];
  return { users: [user] };
}

/** Half an hour that begins `hours` from now. */
function planned(clock: Clock, hours: number, title: string): Planned {
  const start = clock.now() + hours * HOUR_MS;
  return {
    title,
    start: new Date(start).toISOString(),
    end: new Date(start + HOUR_MS / 2).toISOString(),
    status: "accepted",
    attendees: [{ name: "Alex Kim", email: "alex@example.org", timeZone: "Europe/Berlin" }],
  };
}
