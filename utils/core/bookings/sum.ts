import type { AnsweredBooking } from "../../cal-api/booking.ts";
import type { BookingsCheck } from "../model/records.ts";
import { connectionId, connectionKey } from "../model/subject.ts";
import { placeUrl } from "../web-app-places.ts";
import type { Break } from "./breaks.ts";
import { type Found, unclearCount } from "./found.ts";
import type { Gathered } from "./gather.ts";
import type { Placed, UnclearWhy } from "./place-of.ts";

export const NOTHING_FOUND: Found = {
  missing: [],
  inCalendar: 0,
  unclear: {},
  looked: 0,
  of: null,
  more: false,
  stopped: false,
  problem: null,
};

/** What is known before the first of them was looked at. */
export function begun({ bookings, unreadable, more }: Gathered): Found {
  const unclear = unreadable === 0 ? {} : { unreadable };
  return { ...NOTHING_FOUND, unclear, of: bookings.length, more };
}

/** With one booking more. @param webUrl of the account */
export function withPlaced(
  found: Found,
  booking: AnsweredBooking,
  placed: Placed,
  webUrl: string | null,
): Found {
  const looked = found.looked + 1;
  if (placed.place === "in-calendar") return { ...found, looked, inCalendar: found.inCalendar + 1 };
  if (placed.place === "unclear") return { ...found, looked, unclear: withOne(found.unclear, placed.why) };
  const { uid, title, start, end } = booking;
  const url = placeUrl(webUrl, { page: "booking", uid });
  const missing = [...found.missing, { uid, title, start, end, url, why: placed.why }];
  return { ...found, looked, missing: missing.sort((a, b) => a.start - b.start) };
}

function withOne(unclear: Found["unclear"], why: UnclearWhy): Found["unclear"] {
  return { ...unclear, [why]: (unclear[why] ?? 0) + 1 };
}

/** What is kept of it: how many there were, and nothing of what they are. */
export function countsOf(found: Found, { connection, since }: Break, now: number): BookingsCheck {
  return {
    ...connectionId(connection),
    at: now,
    since,
    inNoCalendar: found.missing.length,
    inCalendar: found.inCalendar,
    unclear: unclearCount(found),
    more: found.more,
    stopped: found.stopped,
  };
}

/** One for each connection, and that many of them. */
const MOST_CHECKS = 20;

/** With the latest one, in the place of an earlier one of the same connection. */
export function withBookingsCheck(checks: readonly BookingsCheck[], latest: BookingsCheck): BookingsCheck[] {
  const key = connectionKey(latest);
  const others = checks.filter((one) => connectionKey(one) !== key);
  return [...others, latest].slice(-MOST_CHECKS);
}
