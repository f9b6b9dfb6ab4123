import { describe, expect, test } from "vitest";
import type { FakeCal } from "../server.ts";
import { ask, handClock, start } from "../testing.ts";

const VERSION = { "cal-api-version": "2024-08-13" };

describe("GET /v2/bookings", () => {
  test("lists what the user can see, with the keys of Cal.com's answer", async () => {
    const fake = await start({ scenario: "booked", clock: handClock() });
    const { data, pagination } = await list(fake, "");
    expect(data).toHaveLength(6);
    expect(data[0]).toMatchObject({
      id: 50001,
      uid: "booking50001",
      title: "Intro call with Alex Kim",
      status: "accepted",
      start: "2026-03-12T10:00:00.000Z",
      end: "2026-03-12T10:30:00.000Z",
      duration: 30,
      createdAt: "2026-03-11T10:00:00.000Z",
      eventTypeId: 3001,
      eventType: { id: 3001, slug: "intro-call" },
      hosts: [{ id: 4412, username: "dana", email: "dana@example.com" }],
      attendees: [{ name: "Alex Kim", email: "alex@example.org" }],
      icsUid: "booking50001@cal.com",
    });
    expect(data[0]).not.toHaveProperty("rescheduledFromUid");
    expect(data[5]).toMatchObject({ hosts: [{ id: 5001 }] });
    expect(pagination).toMatchObject({
      totalItems: 6,
      returnedItems: 6,
      itemsPerPage: 100,
      hasNextPage: false,
    });
  });

  test.for<[string, number[]]>([
    ["status=upcoming", [50001, 50002, 50003, 50004, 50006]],
    ["status=unconfirmed", [50004]],
    ["status=cancelled", [50005]],
    ["status=unconfirmed,cancelled", [50004, 50005]],
    ["status=past", []],
    ["eventTypeIds=3002", [50002]],
    ["afterStart=2026-03-13T16:00:00Z", [50004, 50005, 50006]],
    ["beforeEnd=2026-03-12T10:30:00Z", [50001]],
    ["status=upcoming&sortStart=desc", [50006, 50004, 50003, 50002, 50001]],
  ])("filters and sorts by %s", async ([query, ids]) => {
    const fake = await start({ scenario: "booked", clock: handClock() });
    expect((await list(fake, query)).data.map(({ id }) => id)).toEqual(ids);
  });

  test("takes what is over for past, and what comes back for recurring", async () => {
    const clock = handClock();
    const fake = await start({ scenario: "booked", clock });
    fake.control({ action: "book", start: "2026-03-20T10:00:00Z", recurringBookingUid: "series1" });
    clock.pass(48 * 3_600_000);
    expect((await list(fake, "status=past")).data.map(({ id }) => id)).toEqual([50001, 50002]);
    expect((await list(fake, "status=upcoming")).data.map(({ id }) => id)).toEqual([
      50003, 50004, 50006, 50007,
    ]);
    expect((await list(fake, "status=recurring")).data).toMatchObject([
      { id: 50007, recurringBookingUid: "series1" },
    ]);
  });

  test("bounds creation inclusively, and leaves these bounds out of its totals", async () => {
    const clock = handClock();
    const fake = await start({ scenario: "booked", clock });
    clock.pass(1000);
    fake.control({ action: "book" });
    const { data, pagination } = await list(fake, "afterCreatedAt=2026-03-11T10:00:01.000Z");
    expect(data.map(({ id }) => id)).toEqual([50007]);
    expect(pagination).toMatchObject({ totalItems: 7, returnedItems: 1 });
    expect((await list(fake, "beforeCreatedAt=2026-03-11T10:00:00.000Z")).data).toHaveLength(6);
    fake.control({ action: "booking-status", uid: "booking50001", status: "cancelled" });
    expect((await list(fake, "afterUpdatedAt=2026-03-11T10:00:01Z")).data).toHaveLength(2);
  });

  test("pages", async () => {
    const fake = await start({ scenario: "booked", clock: handClock() });
    const first = await list(fake, "take=4&skip=0");
    expect(first.data).toHaveLength(4);
    expect(first.pagination).toMatchObject({ currentPage: 1, totalPages: 2, hasNextPage: true });
    const second = await list(fake, "take=4&skip=4");
    expect(second.data.map(({ id }) => id)).toEqual([50005, 50006]);
    expect(second.pagination).toMatchObject({ currentPage: 2, hasNextPage: false, hasPreviousPage: true });
  });

  test.for(["take=0", "take=251", "skip=-1", "take=x", "status=soon", "afterStart=soon"])(
    "is 400 for %s",
    async (query) => {
      const fake = await start({ scenario: "booked" });
      expect((await ask(fake, `/v2/bookings?${query}`, { headers: VERSION })).status).toBe(400);
    },
  );

  test("of the newest version pages by a cursor", async () => {
    const fake = await start({ scenario: "booked", clock: handClock() });
    const headers = { "cal-api-version": "2026-05-01" };
    const page = async (query: string) =>
      (await ask(fake, `/v2/bookings?limit=4${query}`, { headers })).json as unknown as {
        data: unknown[];
        pagination: { nextCursor: string | null; hasMore: boolean };
      };
    const first = await page("");
    expect([first.data.length, first.pagination.hasMore]).toEqual([4, true]);
    const second = await page(`&cursor=${first.pagination.nextCursor}`);
    expect([second.data.length, second.pagination]).toEqual([2, { nextCursor: null, hasMore: false }]);
  });

  test("of the first version has other names", async () => {
    const fake = await start({ scenario: "none-connected" });
    fake.control({ action: "book", start: "2026-03-20T10:00:00Z" });
    const { json } = await ask(fake, "/v2/bookings");
    expect(json?.data).toMatchObject({
      bookings: [{ id: 50001, status: "ACCEPTED", startTime: "2026-03-20T10:00:00.000Z" }],
    });
  });
});

describe("GET /v2/bookings/{uid}/references", () => {
  test("tells in which calendar a booking is, and with an empty eventUid that it is in none", async () => {
    const fake = await start({ scenario: "booked" });
    const eventUids = async (uid: string) => {
      const { json } = await ask(fake, `/v2/bookings/${uid}/references`, { headers: VERSION });
      return json?.data;
    };
    expect(await eventUids("booking50002")).toEqual([
      {
        id: 500020,
        type: "office365_calendar",
        eventUid: "event50002",
        destinationCalendarId: "AAMkAGQ1ZmFkLWVu0AAA=",
      },
    ]);
    expect(await eventUids("booking50003")).toMatchObject([{ type: "google_calendar", eventUid: "" }]);
    expect(await eventUids("booking50004")).toEqual([]);
  });

  test("can be asked for one type of a few", async () => {
    const fake = await start({ scenario: "booked" });
    const path = "/v2/bookings/booking50001/references?type=";
    const of = (type: string) => ask(fake, path + type, { headers: VERSION });
    expect((await of("google_calendar")).json?.data).toHaveLength(1);
    expect((await of("zoom_video")).json?.data).toEqual([]);
    expect((await of("apple_calendar")).status).toBe(400);
  });

  test("is 400 for a booking of somebody else, and 404 for none", async () => {
    const fake = await start({ scenario: "booked" });
    const answer = await ask(fake, "/v2/bookings/booking50006/references", { headers: VERSION });
    expect([answer.status, answer.json?.error?.message]).toEqual([
      400,
      "Booking with uid booking50006 does not belong to user",
    ]);
    expect((await ask(fake, "/v2/bookings/none/references", { headers: VERSION })).status).toBe(404);
  });
});

test("an older server does not know where bookings are, and lists them all the same", async () => {
  const fake = await start({ scenario: "booked" });
  fake.control({ action: "older", lacksReferences: true });
  for (const route of ["references", "calendar-links"]) {
    const { status, json } = await ask(fake, `/v2/bookings/booking50001/${route}`, { headers: VERSION });
    expect([status, json?.error?.message]).toEqual([404, `Cannot GET /v2/bookings/booking50001/${route}`]);
  }
  expect((await list(fake, "")).data).toHaveLength(6);
});

describe("GET /v2/bookings/{uid}/calendar-links", () => {
  test("gives addresses with labels", async () => {
    const fake = await start({ scenario: "booked", clock: handClock() });
    const { json } = await ask(fake, "/v2/bookings/booking50001/calendar-links", { headers: VERSION });
    expect(json?.data).toEqual([
      {
        label: "Google Calendar",
        link: "https://calendar.google.com/calendar/r/eventedit?dates=20260312T100000Z/20260312T103000Z&text=Intro%20call%20with%20Alex%20Kim",
      },
      { label: "Microsoft Office", link: expect.stringMatching(/^https:\/\/outlook\.office\.com\//) },
      { label: "ICS", link: expect.stringMatching(/^data:text\/calendar/) },
    ]);
  });
});

describe("GET /v2/conferencing", () => {
  test("lists the credentials of video apps with their stored flag", async () => {
    const fake = await start({ scenario: "booked" });
    expect((await ask(fake, "/v2/conferencing")).json?.data).toEqual([
      { id: 601, type: "google_video", userId: 4412, invalid: false },
      { id: 602, type: "zoom_video", userId: 4412, invalid: true },
    ]);
    fake.control({ action: "conferencing", type: "zoom_video", invalid: false });
    fake.control({ action: "conferencing", type: "office365_video" });
    expect((await ask(fake, "/v2/conferencing")).json?.data).toMatchObject([
      { type: "google_video" },
      { type: "zoom_video", invalid: false },
      { type: "office365_video", invalid: false },
    ]);
  });
});

interface Listed {
  data: { id: number }[];
  pagination: Record<string, unknown>;
}

async function list(fake: FakeCal, query: string): Promise<Listed> {
  return (await ask(fake, `/v2/bookings?${query}`, { headers: VERSION })).json as unknown as Listed;
}
