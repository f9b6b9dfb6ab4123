import { describe, expect, test } from "vitest";
import type { FakeCal } from "../server.ts";
import { ask, start } from "../testing.ts";

const VERSION = { "cal-api-version": "2024-06-14" };
const OUTLOOK = { integration: "office365_calendar", externalId: "AAMkAGQ1ZmFkLWVu0AAA=" };

describe("GET /v2/event-types", () => {
  test("lists all, hidden ones too, with a destination only where one is their own", async () => {
    const fake = await start({ scenario: "booked" });
    const { status, json } = await ask(fake, "/v2/event-types", { headers: VERSION });
    expect(status).toBe(200);
    const [intro, review] = (json?.data ?? []) as Record<string, unknown>[];
    expect(intro).toMatchObject({
      id: 3001,
      title: "Intro call",
      slug: "intro-call",
      hidden: false,
      lengthInMinutes: 30,
      ownerId: 4412,
      bookingUrl: "https://cal.com/dana/intro-call",
      useDestinationCalendarEmail: false,
    });
    expect(intro).not.toHaveProperty("destinationCalendar");
    expect(review).toMatchObject({ id: 3002, hidden: true, destinationCalendar: OUTLOOK });
  });

  test("leaves destinations alone, broken connection or not", async () => {
    const fake = await start({ scenario: "booked" });
    fake.control({ action: "break", credentialId: 135, how: "revoked" });
    await ask(fake, "/v2/event-types", { headers: VERSION });
    expect(fake.world.users[0]?.destination?.externalId).toBe("dana@example.com");
  });

  test("is empty without a key, and 401 with a bad one", async () => {
    const fake = await start({ scenario: "booked" });
    const anonymous = await ask(fake, "/v2/event-types", { headers: VERSION, key: null });
    expect([anonymous.status, anonymous.json]).toEqual([200, { status: "success", data: [] }]);
    expect((await ask(fake, "/v2/event-types", { headers: VERSION, key: "cal_x" })).status).toBe(401);
  });

  test("is 403 for a token without its scope", async () => {
    const fake = await start({ scenario: "booked" });
    fake.control({ action: "key", state: "insufficient-scope" });
    const { status, json } = await ask(fake, "/v2/event-types", { headers: VERSION });
    expect([status, json?.error?.message]).toEqual([403, expect.stringMatching(/^insufficient_scope: /)]);
  });

  test("five hundred come in one answer of 2 MB", async () => {
    const fake = await start({ scenario: "booked" });
    for (let id = 1; id <= 498; id += 1) {
      fake.control({ action: "add-event-type", eventTypeId: id, title: `Type ${id}`, described: 4_000 });
    }
    const { json } = await ask(fake, "/v2/event-types", { headers: VERSION });
    expect(json?.data).toHaveLength(500);
    expect(JSON.stringify(json).length).toBeGreaterThan(2_000_000);
  });

  test("has the shape of the first version without a header", async () => {
    const fake = await start({ scenario: "booked" });
    const { json } = await ask(fake, "/v2/event-types");
    expect(json?.data).toMatchObject({
      eventTypeGroups: [
        {
          eventTypes: [
            { id: 3001, length: 30 },
            { id: 3002, length: 60 },
          ],
        },
      ],
    });
  });
});

describe("PATCH /v2/event-types/{id}", () => {
  test("gives an event type a destination of any app, with the credential of the first match", async () => {
    const fake = await start({ scenario: "booked" });
    fake.control({ action: "connect", type: "caldav_calendar", email: "cal", credentialId: 700 });
    const destinationCalendar = { integration: "caldav_calendar", externalId: "cal" };
    const answer = await patch(fake, 3001, { destinationCalendar });
    expect([answer.status, answer.json?.data]).toEqual([
      200,
      expect.objectContaining({ id: 3001, destinationCalendar }),
    ]);
    expect(fake.world.users[0]?.eventTypes[0]?.destination).toMatchObject({
      credentialId: 700,
      userId: null,
      eventTypeId: 3001,
    });
  });

  test("keeps the row that there is, and its calendar when it is told null", async () => {
    const fake = await start({ scenario: "booked" });
    const google = { integration: "google_calendar", externalId: "dana@example.com" };
    await patch(fake, 3002, { destinationCalendar: google });
    const answer = await patch(fake, 3002, { destinationCalendar: null });
    expect(answer.json?.data).toMatchObject({ destinationCalendar: google });
    expect(fake.world.users[0]?.eventTypes[1]?.destination).toMatchObject({ id: 884, credentialId: 135 });
  });

  test.for<[string, string, string]>([
    ["office365_calendar", "nowhere", "Calendar does not exist"],
    ["google_calendar", OUTLOOK.externalId, "Calendar does not exist"],
    ["office365_calendar", "AAMkAGQ1ZmFkLWVu1BBB=", "Calendar does not have write permission"],
  ])("is 400 for %s %s", async ([integration, externalId, words]) => {
    const fake = await start({ scenario: "booked" });
    const answer = await patch(fake, 3001, { destinationCalendar: { integration, externalId } });
    expect([answer.status, answer.json?.error?.message]).toEqual([
      400,
      `Invalid destinationCalendarId: ${words}`,
    ]);
  });

  test("reads the list first, with its side effects", async () => {
    const fake = await start({ scenario: "booked" });
    fake.control({ action: "break", credentialId: 135, how: "revoked" });
    await patch(fake, 3001, { destinationCalendar: OUTLOOK });
    expect(fake.world.users[0]?.destination?.externalId).toBe("");
  });

  test("is 403 for a token that may only read, and no route in another version", async () => {
    const fake = await start({ scenario: "booked" });
    const body = { destinationCalendar: OUTLOOK };
    const older = await ask(fake, "/v2/event-types/3001", { method: "PATCH", body });
    expect([older.status, older.json?.error?.message]).toEqual([404, "Cannot PATCH /v2/event-types/3001"]);
    fake.control({ action: "key", state: "read-only" });
    expect((await patch(fake, 3001, body)).status).toBe(403);
    expect(fake.world.users[0]?.eventTypes[0]?.destination).toBeNull();
  });

  test("is 404 for somebody else's, and 400 for half a destination", async () => {
    const fake = await start({ scenario: "booked" });
    const answer = await patch(fake, 9, {});
    expect([answer.status, answer.json?.error?.message]).toEqual([404, "Event type with id 9 not found"]);
    const half = { destinationCalendar: { integration: "google_calendar" } };
    expect((await patch(fake, 3001, half)).status).toBe(400);
  });
});

function patch(fake: FakeCal, id: number, body: object) {
  return ask(fake, `/v2/event-types/${id}`, { method: "PATCH", headers: VERSION, body });
}
