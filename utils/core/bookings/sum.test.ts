import { describe, expect, test } from "vitest";
import { GOOGLE } from "../../../tests/fixtures/account-states.ts";
import type { AnsweredBooking } from "../../cal-api/booking.ts";
import type { BookingsCheck } from "../model/records.ts";
import { NOTHING_GATHERED } from "./gather.ts";
import type { Placed } from "./place-of.ts";
import { begun, countsOf, NOTHING_FOUND, withBookingsCheck, withPlaced } from "./sum.ts";

const NOW = Date.parse("2026-03-04T13:00:00Z");
const WEB = "https://app.cal.com";

const booking = (uid: string, start = NOW): AnsweredBooking => ({
  uid,
  title: "Call",
  status: "accepted",
  start,
  end: start + 1,
  createdAt: null,
  hostId: 7,
  rescheduledFromUid: null,
});
const placed = (...places: [uid: string, start: number, Placed][]) =>
  places.reduce(
    (found, [uid, start, place]) => withPlaced(found, booking(uid, start), place, WEB),
    begun({ ...NOTHING_GATHERED, bookings: [booking("a"), booking("b"), booking("c")] }),
  );
const MISSING: Placed = { place: "in-none", why: "notWritten" };

describe("before the first of them was looked at", () => {
  test("it is known how many there are, and how many can't be read", () => {
    const gathered = { ...NOTHING_GATHERED, bookings: [booking("a")], more: true };
    expect(begun(gathered)).toEqual({ ...NOTHING_FOUND, of: 1, more: true });
    expect(begun({ ...gathered, unreadable: 2 })).toMatchObject({ of: 1, unclear: { unreadable: 2 } });
  });
});

describe("with each that was looked at", () => {
  test("one that is in a calendar is counted, and nothing of it is kept", () => {
    const found = placed(["a", 1, { place: "in-calendar" }], ["b", 2, { place: "in-calendar" }]);
    expect(found).toEqual({ ...NOTHING_FOUND, of: 3, looked: 2, inCalendar: 2 });
  });

  test("those that prove nothing are counted by why", () => {
    const unclear = (why: "unreadable" | "pending"): Placed => ({ place: "unclear", why });
    const found = placed(
      ["a", 1, unclear("pending")],
      ["b", 2, unclear("unreadable")],
      ["c", 3, unclear("pending")],
    );
    expect(found).toEqual({ ...NOTHING_FOUND, of: 3, looked: 3, unclear: { pending: 2, unreadable: 1 } });
  });

  test("those in no calendar are kept with their page, the soonest first", () => {
    const found = placed(["a", 30, MISSING], ["b", 10, MISSING], ["c", 20, MISSING]);
    expect(found.missing.map(({ uid }) => uid)).toEqual(["b", "c", "a"]);
    expect(found).toMatchObject({ looked: 3, inCalendar: 0, unclear: {} });
    expect(found.missing[0]).toEqual({
      uid: "b",
      title: "Call",
      start: 10,
      end: 11,
      url: "https://app.cal.com/booking/b",
      why: "notWritten",
    });
  });
});

test("what is stored of it is how many there were, and nothing of what they are", () => {
  const found = {
    ...placed(["a", 1, MISSING], ["b", 2, { place: "in-calendar" }]),
    unclear: { unreadable: 2, pending: 3 },
  };
  const counts = countsOf(found, { connection: GOOGLE, appName: "Google", since: 5 }, NOW);
  expect(counts).toEqual({
    ...GOOGLE,
    at: NOW,
    since: 5,
    inNoCalendar: 1,
    inCalendar: 1,
    unclear: 5,
    more: false,
    stopped: false,
  });
});

test("the latest takes the place of an earlier one of its connection, and twenty are stored", () => {
  const of = (credentialId: number, at = NOW): BookingsCheck => ({
    ...countsOf(NOTHING_FOUND, { connection: { ...GOOGLE, credentialId }, appName: null, since: 0 }, at),
  });
  expect(withBookingsCheck([of(1), of(2)], of(1, NOW + 1))).toEqual([of(2), of(1, NOW + 1)]);
  const many = Array.from({ length: 20 }, (_, index) => of(index));
  const after = withBookingsCheck(many, of(20));
  expect(after.map(({ credentialId }) => credentialId)).toEqual(
    Array.from({ length: 20 }, (_, index) => index + 1),
  );
});
