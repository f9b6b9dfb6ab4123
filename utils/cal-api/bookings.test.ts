import { describe, expect, test } from "vitest";
import { start } from "../../tests/support/fake-cal/testing.ts";
import { json, serve } from "../../tests/support/unit/api-server.ts";
import { fetchBookings, fetchCalendarLinks, fetchReferences } from "./bookings.ts";

const KEY = "cal_live_demo";
const NOW = Date.parse("2026-03-11T10:00:00Z");
const SINCE = NOW - 3_600_000;
const page = { since: SINCE, take: 100, skip: 0 };
const options = { now: () => NOW };
const good = (data: unknown) => ({ status: "success", data });
const error = (message: string) => ({ status: "error", error: { code: "X", message } });

const BOOKING = {
  uid: "b1",
  title: "Call",
  status: "accepted",
  start: "2026-03-12T10:00:00Z",
  end: "2026-03-12T10:30:00.000Z",
  createdAt: "2026-03-11T09:30:00Z",
  hosts: [{ id: 7, name: "Dana", email: "dana@example.com" }, { id: 8 }],
  attendees: [{ name: "Alex Kim", email: "alex@example.org" }],
};

async function listed(data: unknown) {
  const { url } = await serve((_, response) => json(response, 200, good(data)));
  return fetchBookings(url, KEY, page, options);
}

describe("a page of bookings", () => {
  test("is asked for by when they were made, the last first, in a version that is known", async () => {
    const { url, requests } = await serve((_, response) => json(response, 200, good([])));
    await fetchBookings(url, KEY, { since: SINCE, take: 50, skip: 150 }, options);
    const asked = new URL(requests[0]?.url ?? "", url);
    expect(asked.pathname).toBe("/v2/bookings");
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      status: "upcoming",
      afterCreatedAt: "2026-03-11T09:00:00.000Z",
      sortCreated: "desc",
      take: "50",
      skip: "150",
    });
    expect(requests[0]?.headers["cal-api-version"]).toBe("2024-08-13");
  });

  test("is read without what its guests are called", async () => {
    expect(await listed([BOOKING])).toEqual({
      kind: "good",
      rate: null,
      asked: {
        entries: 1,
        bookings: [
          {
            uid: "b1",
            title: "Call",
            status: "accepted",
            start: Date.parse(BOOKING.start),
            end: Date.parse(BOOKING.end),
            createdAt: Date.parse(BOOKING.createdAt),
            hostId: 7,
            rescheduledFromUid: null,
          },
        ],
      },
    });
  });

  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ["a title that is none", { title: 7 }, { title: null }],
    ["a blank title", { title: " " }, { title: null }],
    ["a title that turns the words around it", { title: "\u202eCall\u2069" }, { title: "Call" }],
    ["a status that is none", { status: null }, { status: null }],
    ["a time of making that is none", { createdAt: "soon" }, { createdAt: null }],
    ["the booking that it was moved from", { rescheduledFromUid: "b0" }, { rescheduledFromUid: "b0" }],
  ])("is read leniently: %s", async (_, change, read) => {
    expect(await listed([{ ...BOOKING, ...change }])).toMatchObject({ asked: { bookings: [read] } });
  });

  test.each<[string, unknown]>([
    ["no object", "b2"],
    ["without a uid", { ...BOOKING, uid: " " }],
    ["without a time", { ...BOOKING, start: undefined }],
    ["with a time that is none", { ...BOOKING, end: "soon" }],
    ["without a host", { ...BOOKING, hosts: [] }],
    ["with a host without an id", { ...BOOKING, hosts: [{ name: "Dana" }] }],
  ])("loses an entry that makes no sense, and no other one: %s", async (_, entry) => {
    const result = await listed([entry, BOOKING]);
    expect(result).toMatchObject({ asked: { entries: 2, bookings: [{ uid: "b1" }] } });
  });

  test("comes with what Cal.com says of its limit", async () => {
    const headers = {
      "X-RateLimit-Limit-Default": "120",
      "X-RateLimit-Remaining-Default": "104",
      "X-RateLimit-Reset-Default": "28",
    };
    const { url } = await serve((_, response) => json(response, 200, good([]), headers));
    expect(await fetchBookings(url, KEY, page, options)).toMatchObject({
      rate: { limit: 120, remaining: 104, resetsAt: NOW + 28_000 },
    });
  });
});

describe("what Cal.com says instead", () => {
  test.each<[string, number, unknown, Record<string, unknown>]>([
    [
      "the key is none",
      401,
      error("ApiAuthStrategy - api key - Your api key is not valid"),
      { kind: "key-rejected" },
    ],
    [
      "the token may not",
      403,
      error("insufficient_scope: token does not have the required scopes. Required: BOOKING_READ."),
      { kind: "out-of-scope" },
    ],
    ["there is no such route", 404, error("Cannot GET /v2/bookings"), { kind: "not-offered" }],
    ["there is no such booking", 404, error("Booking with uid=x was not found"), { kind: "not-found" }],
    [
      "the booking is of somebody else",
      400,
      error("Booking with uid x does not belong to user"),
      { kind: "refused" },
    ],
    ["it was asked too often", 429, error("Too many requests"), { kind: "failure", retryAfterSeconds: 28 }],
    ["it failed", 500, error("Internal server error"), { kind: "failure", failure: { reason: "cal-error" } }],
    ["a server on the way failed", 502, "<html>", { kind: "failure", failure: { reason: "server-failed" } }],
    ["a good answer of another shape", 200, good({ bookings: [] }), { kind: "failure" }],
  ])("%s", async (_, status, body, kind) => {
    const reset = { "X-RateLimit-Reset-Default": "28" };
    const { url } = await serve((_, response) => json(response, status, body, reset));
    expect(await fetchBookings(url, KEY, page, options)).toMatchObject(kind);
    expect(await fetchReferences(url, KEY, "x", options)).toMatchObject(kind);
    expect(await fetchCalendarLinks(url, KEY, "x", options)).toMatchObject(kind);
  });

  test("nothing, within the time", async () => {
    const { url } = await serve(() => {});
    const result = await fetchReferences(url, KEY, "x", { ...options, timeLimitMs: 20 });
    expect(result).toMatchObject({ kind: "failure", failure: { reason: "timed-out" } });
  });
});

test("references are read one by one, and what is no text is nothing that proves anything", async () => {
  const data = [
    { id: 1, type: "google_calendar", eventUid: "event1", destinationCalendarId: "dana@example.com" },
    { id: 2, type: "google_calendar", eventUid: " ", destinationCalendarId: "" },
    { id: 3, type: "zoom_video", eventUid: 7 },
    "nonsense",
  ];
  const { url, requests } = await serve((_, response) => json(response, 200, good(data)));
  expect(await fetchReferences(url, KEY, "a/b", options)).toMatchObject({
    asked: [
      { type: "google_calendar", eventUid: "event1", destinationCalendarId: "dana@example.com" },
      { type: "google_calendar", eventUid: "", destinationCalendarId: "" },
      { type: "zoom_video", eventUid: null, destinationCalendarId: null },
      { type: null, eventUid: null, destinationCalendarId: null },
    ],
  });
  expect(requests[0]?.url).toBe("/v2/bookings/a%2Fb/references");
});

test("links are web addresses under the names that Cal.com gives them, and nothing else", async () => {
  const link = "https://calendar.google.com/calendar/r/eventedit?text=Call";
  const data = [
    { label: "Google Calendar", link },
    { label: "ICS", link: "data:text/calendar,BEGIN:VCALENDAR" },
    { label: "ICS", link: "https://cal.example.org/b1.ics" },
    { label: "Microsoft Office", link: "javascript:alert(1)" },
    { label: "Your bank", link: "https://bank.example" },
    { label: "Google Calendar", link: "/relative" },
    { label: "Google Calendar" },
  ];
  const { url } = await serve((_, response) => json(response, 200, good(data)));
  expect(await fetchCalendarLinks(url, KEY, "b1", options)).toMatchObject({
    asked: [
      { label: "Google Calendar", href: link },
      { label: "ICS", href: "https://cal.example.org/b1.ics" },
    ],
  });
});

test("the fake server is read as it is", async () => {
  const fake = await start({ scenario: "booked" });
  const api = `${fake.url}/v2`;
  const since = Date.now() - 60_000;
  expect(await fetchBookings(api, KEY, { ...page, since })).toMatchObject({
    kind: "good",
    asked: { entries: 5 },
    rate: { limit: 120, remaining: 119 },
  });
  expect(await fetchReferences(api, KEY, "booking50003")).toMatchObject({ asked: [{ eventUid: "" }] });
  expect(await fetchCalendarLinks(api, KEY, "booking50003")).toMatchObject({
    asked: [{ label: "Google Calendar" }, { label: "Microsoft Office" }],
  });
});
