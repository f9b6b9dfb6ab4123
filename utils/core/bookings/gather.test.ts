import { describe, expect, test } from "vitest";
import type { AnsweredBooking } from "../../cal-api/booking.ts";
import { type Gathered, isMeant, MOST, NOTHING_GATHERED, TAKE, withPage } from "./gather.ts";

const NOW = Date.parse("2026-03-04T13:00:00Z");
const HOUR = 3_600_000;
const meant = { userId: 7, since: NOW - 10 * HOUR, now: NOW };

function booking(uid: string, change: Partial<AnsweredBooking> = {}): AnsweredBooking {
  const start = NOW + HOUR;
  const usual = {
    title: "Call",
    status: "accepted",
    createdAt: NOW - HOUR,
    hostId: 7,
    rescheduledFromUid: null,
  };
  return { uid, start, end: start + HOUR, ...usual, ...change };
}

describe("a booking is meant", () => {
  test.each<[string, Partial<AnsweredBooking>]>([
    ["that is accepted", {}],
    ["that waits to be confirmed", { status: "pending" }],
    ["that is under way", { start: NOW - HOUR, end: NOW + 1 }],
    ["that was made in the very moment", { createdAt: meant.since }],
    ["that does not say when it was made", { createdAt: null }],
  ])("%s", (_, change) => {
    expect(isMeant(booking("a", change), meant)).toBe(true);
  });
});

describe("a booking is not meant", () => {
  test.each<[string, Partial<AnsweredBooking>]>([
    ["that was called off", { status: "cancelled" }],
    ["that was declined", { status: "rejected" }],
    ["of an unknown kind", { status: null }],
    ["that is over", { end: NOW }],
    ["of somebody else, who invited or is administrated", { hostId: 8 }],
    ["that was made before", { createdAt: meant.since - 1 }],
  ])("%s", (_, change) => {
    expect(isMeant(booking("a", change), meant)).toBe(false);
  });
});

const many = (from: number, count: number, change: Partial<AnsweredBooking> = {}) =>
  Array.from({ length: count }, (_, index) => booking(`b${from + index}`, change));

/** Asks page after page of a server that has these, and counts the pages. */
function gatherFrom(all: readonly AnsweredBooking[], unreadable = 0): Gathered {
  let gathered = NOTHING_GATHERED;
  while (gathered.skip !== null) {
    const page = all.slice(gathered.skip, gathered.skip + TAKE);
    const entries = page.length + (gathered.skip === 0 ? unreadable : 0);
    gathered = withPage(gathered, { bookings: page, entries }, meant);
  }
  return gathered;
}

describe("pages are asked for", () => {
  test.each([
    ["one that is not full is the last", 99, 1, false],
    ["after a full one comes another", TAKE, 2, false],
    ["two hundred and no more", MOST, 3, false],
    ["of more than two hundred the first, and that there are more", MOST + 50, 3, true],
  ])("%s", (_, count, pages, more) => {
    const gathered = gatherFrom(many(0, count));
    expect(gathered).toMatchObject({ pages, more });
    expect(gathered.bookings.map(({ uid }) => uid)).toEqual(
      many(0, Math.min(count, MOST)).map(({ uid }) => uid),
    );
  });

  test("on through those of other people, up to a limit", () => {
    const others = { hostId: 8 };
    const some = gatherFrom([...many(0, 350, others), ...many(350, 3)]);
    expect([some.bookings.length, some.pages, some.more]).toEqual([3, 4, false]);
    const masses = gatherFrom([...many(0, 2500, others), ...many(2500, 3)]);
    expect([masses.bookings.length, masses.pages, masses.more]).toEqual([0, 20, true]);
  });

  test("until one brings nothing new: a server that always gives the same one is asked twice", () => {
    const same = { bookings: many(0, TAKE), entries: TAKE };
    const twice = withPage(withPage(NOTHING_GATHERED, same, meant), same, meant);
    expect([twice.bookings.length, twice.skip]).toEqual([TAKE, null]);
  });
});

test("one that moved from a page to the next counts once", () => {
  const first = withPage(NOTHING_GATHERED, { bookings: many(0, TAKE), entries: TAKE }, meant);
  const second = withPage(first, { bookings: many(TAKE - 1, 3), entries: 3 }, meant);
  expect(second.bookings).toHaveLength(TAKE + 2);
});

test("entries that can't be read are counted, and are part of a full page", () => {
  const gathered = gatherFrom(many(0, 98), 2);
  expect(gathered).toMatchObject({ unreadable: 2, pages: 2, skip: null });
  expect(gathered.bookings).toHaveLength(98);
});
