import { MINUTE, NOW } from "../../tests/fixtures/account.ts";
import type { Found, MissingBooking } from "../../utils/core/bookings/found.ts";
import { NOTHING_FOUND } from "../../utils/core/bookings/sum.ts";
import type { BookingsNews } from "../../utils/messaging/bookings.ts";

const HOUR = 60 * MINUTE;

function missing(
  uid: string,
  hours: number,
  title: string | null,
  why: MissingBooking["why"],
): MissingBooking {
  const start = NOW - 20 * MINUTE + hours * HOUR;
  return { uid, title, start, end: start + HOUR / 2, url: `https://app.cal.com/booking/${uid}`, why };
}

const SOME = [
  missing("b1", 3, "Intro call between Dana Lopez and Alex Kim", "notWritten"),
  missing(
    "b2",
    21,
    "Quarterly review of everything that was planned for the clinic, between Dana Lopez and the whole board",
    "noDestination",
  ),
  { ...missing("b3", 44, "פגישת היכרות בין דנה לאלכס", "notMoved"), url: null },
  missing("b4", 9_000, null, "feed"),
];

const found = (change: Partial<Found>): BookingsNews => ({
  type: "found",
  found: { ...NOTHING_FOUND, looked: 17, of: 17, ...change },
});

/** What the worker tells of bookings, by the picture that shows it. */
export const TOLD: Record<string, BookingsNews[]> = {
  "bookings-looking": [{ type: "progress", progress: { looked: 57, of: 143, waitSeconds: null } }],
  "bookings-waiting": [{ type: "progress", progress: { looked: 100, of: 143, waitSeconds: 28 } }],
  "bookings-missing": [found({ missing: SOME, inCalendar: 12, unclear: { pending: 1 } })],
  "bookings-many": [
    found({
      missing: Array.from({ length: 47 }, (_, index) =>
        missing(`m${index}`, 3 + index * 5, "Intro call", "notWritten"),
      ),
      inCalendar: 10,
      unclear: { moved: 2, notTried: 1, unproven: 3 },
      looked: 63,
      of: 200,
      more: true,
      stopped: true,
    }),
  ],
  "bookings-none": [found({ inCalendar: 12, unclear: { pending: 2 } })],
  "bookings-nothing": [found({ looked: 0, of: 0 })],
  "bookings-refused": [{ type: "refused", problem: { problem: "bookingsOutOfScope" } }],
  "bookings-failed": [
    found({ missing: SOME.slice(0, 1), looked: 9, stopped: true, problem: { problem: "timedOut" } }),
  ],
};

export const LINKS: BookingsNews = {
  type: "links",
  links: [
    { label: "Google Calendar", href: "https://calendar.google.com/calendar/r/eventedit" },
    { label: "Microsoft Office", href: "https://outlook.office.com/calendar/0/deeplink/compose" },
    { label: "Microsoft Outlook", href: "https://outlook.live.com/calendar/0/deeplink/compose" },
  ],
};
