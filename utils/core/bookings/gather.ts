import type { AnsweredBooking, BookingsPage } from "../../cal-api/booking.ts";

/** Bookings that one request asks for. */
export const TAKE = 100;
/** That many are looked at, the newest: each costs a request of its own. */
export const MOST = 200;
/** Most of them may be of other people, which administrators of a team see, too. */
const MOST_PAGES = 20;

/** Which bookings are meant. */
export interface Meant {
  /** Organized by this user of Cal.com. */
  userId: number;
  /** Made then or later, in ms since the epoch. */
  since: number;
  /** Not over, in ms since the epoch. */
  now: number;
}

/** What the pages brought so far. */
export interface Gathered {
  /** Those that are meant, in Cal.com's order. */
  bookings: AnsweredBooking[];
  /** Entries that could not be read: whose they are can't be told. */
  unreadable: number;
  /** There are more than are looked at. */
  more: boolean;
  /** How many entries to pass over for the next page; null when there is no need of one. */
  skip: number | null;
  pages: number;
  /** Of every booking that a page brought. */
  uids: ReadonlySet<string>;
}

export const NOTHING_GATHERED: Gathered = {
  bookings: [],
  unreadable: 0,
  more: false,
  skip: 0,
  pages: 0,
  uids: new Set(),
};

/** A booking that this is about. One that waits to be confirmed counts, one that was called off does not. */
export function isMeant(booking: AnsweredBooking, { userId, since, now }: Meant): boolean {
  const { status, hostId, end, createdAt } = booking;
  return (
    (status === "accepted" || status === "pending") &&
    hostId === userId &&
    end > now &&
    (createdAt === null || createdAt >= since)
  );
}

/**
 * With one more page. Its totals leave out when bookings were made, so the end is a page that is not full, or one that brings
 * nothing new. While pages are read a booking can move from one to the next.
 */
export function withPage(before: Gathered, page: BookingsPage, meant: Meant): Gathered {
  const uids = new Set(before.uids);
  const fresh = page.bookings.filter(({ uid }) => !uids.has(uid) && uids.add(uid));
  const bookings = [...before.bookings, ...fresh.filter((booking) => isMeant(booking, meant))];
  const pages = before.pages + 1;
  const isLast = page.entries < TAKE || fresh.length === 0;
  const isEnough = bookings.length > MOST || pages === MOST_PAGES;
  return {
    bookings: bookings.slice(0, MOST),
    unreadable: before.unreadable + page.entries - page.bookings.length,
    more: bookings.length > MOST || (isEnough && !isLast),
    skip: isLast || isEnough ? null : (before.skip ?? 0) + page.entries,
    pages,
    uids,
  };
}
