import { describe, expect, test } from "vitest";
import type { FakeCal } from "./server.ts";
import { ask, calendars, start } from "./testing.ts";

const OUTLOOK = "AAMkAGQ1ZmFkLWVu0AAA=";
const DANA = "dana@example.com";

describe("a booking", () => {
  test("is written to the user's destination", async () => {
    const fake = await start({ scenario: "everyday" });
    expect(await bookAndLook(fake)).toEqual([
      { id: 500010, type: "google_calendar", eventUid: "event50001", destinationCalendarId: DANA },
    ]);
  });

  test("is written to the event type's own destination where it has one", async () => {
    const fake = await start({ scenario: "booked" });
    expect(await bookAndLook(fake, { eventTypeId: 3002 })).toMatchObject([
      {
        type: "office365_calendar",
        eventUid: expect.stringMatching(/^event/),
        destinationCalendarId: OUTLOOK,
      },
    ]);
  });

  test.for<[string, (fake: FakeCal) => void]>([
    ["is broken", (fake) => fake.control({ action: "break", credentialId: 135, how: "revoked" })],
    ["is switched off", (fake) => fake.control({ action: "enable-app", credentialId: 135, enabled: false })],
    ["lost the calendar", (fake) => fake.control({ action: "drop", externalId: DANA })],
    ["may only read it", (fake) => fake.control({ action: "read-only", externalId: DANA })],
  ])("is in no calendar when the destination's connection %s", async ([, harm]) => {
    const fake = await start({ scenario: "everyday" });
    harm(fake);
    expect(await bookAndLook(fake)).toMatchObject([
      { type: "google_calendar", eventUid: "", destinationCalendarId: DANA },
    ]);
  });

  test("is in the calendar again once a transient failure is over", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "break", credentialId: 135, how: "transient" });
    expect(await bookAndLook(fake)).toMatchObject([{ eventUid: "" }]);
    await calendars(fake);
    const body = { integration: "google_calendar", externalId: DANA };
    await ask(fake, "/v2/destination-calendars", { method: "PUT", body });
    expect(await bookAndLook(fake)).toMatchObject([{ eventUid: "event50002" }]);
  });

  test("is in no calendar while the row's credential is stale, also when that connection works again", async () => {
    const fake = await start({ scenario: "destination-moved" });
    await calendars(fake);
    fake.control({ action: "mend-all" });
    expect(await bookAndLook(fake)).toMatchObject([
      { type: "office365_calendar", eventUid: "", destinationCalendarId: DANA },
    ]);
    const body = { integration: "google_calendar", externalId: DANA };
    await ask(fake, "/v2/destination-calendars", { method: "PUT", body });
    expect(await bookAndLook(fake)).toMatchObject([{ type: "google_calendar", eventUid: "event50002" }]);
  });

  test("goes to the old account's default calendar when the id is blank and the account works again", async () => {
    const fake = await start({ scenario: "one-revoked" });
    await calendars(fake);
    expect(await bookAndLook(fake)).toMatchObject([{ eventUid: "", destinationCalendarId: "" }]);
    fake.control({ action: "mend-all" });
    expect(await bookAndLook(fake)).toMatchObject([{ eventUid: "event50002", destinationCalendarId: "" }]);
  });

  test("to a feed fails, and to Apple bears the booking's own uid whether or not the calendar is there", async () => {
    const feeds = await start({ scenario: "ics-only" });
    expect(await bookAndLook(feeds)).toMatchObject([{ type: "ics-feed_calendar", eventUid: "" }]);
    feeds.control({ action: "no-destination", blank: true });
    expect(await bookAndLook(feeds)).toMatchObject([{ eventUid: "", destinationCalendarId: "" }]);
    const apple = await start({ scenario: "apple-and-caldav" });
    apple.control({
      action: "drop",
      externalId: "https://caldav.icloud.com/20961146906/calendars/home/",
    });
    expect(await bookAndLook(apple)).toMatchObject([{ type: "apple_calendar", eventUid: "booking50001" }]);
  });

  test("without a destination goes to the newest connection, of the row's app if it names one", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "no-destination" });
    expect(await bookAndLook(fake)).toMatchObject([
      { type: "office365_calendar", destinationCalendarId: null },
    ]);
    fake.control({ action: "destination", externalId: DANA });
    Object.assign(fake.world.users[0]?.destination ?? {}, { credentialId: null });
    expect(await bookAndLook(fake)).toMatchObject([
      { type: "google_calendar", eventUid: "event50002", destinationCalendarId: null },
    ]);
  });

  test("is not tried where nothing is connected", async () => {
    const fake = await start({ scenario: "none-connected" });
    expect(await bookAndLook(fake)).toEqual([]);
  });

  test("is written when it is confirmed, not before", async () => {
    const fake = await start({ scenario: "everyday" });
    expect(await bookAndLook(fake, { status: "pending" })).toEqual([]);
    fake.control({ action: "booking-status", uid: "booking50001", status: "accepted" });
    expect(fake.world.users[0]?.bookings[0]?.references).toMatchObject([{ type: "google_calendar" }]);
    expect(fake.control({ action: "booking-status", uid: "booking50001", status: "cancelled" })).toContain(
      "cancelled",
    );
  });

  test.for([
    ["moved", "event50001"],
    ["stays", "event50001"],
    ["lost", ""],
  ])(
    "that is moved has the rows of the one before, whatever became of its event: %s",
    async ([move, eventUid]) => {
      const fake = await start({ scenario: "everyday" });
      fake.control({ action: "book" });
      fake.control({ action: "break", credentialId: 135, how: "revoked" });
      const moved = await bookAndLook(fake, { rescheduledFromUid: "booking50001", move });
      expect(moved).toMatchObject([{ type: "google_calendar", eventUid }]);
      expect(fake.world.users[0]?.bookings[0]?.status).toBe("cancelled");
    },
  );

  test("of somebody else is seen, and not written into the user's calendar", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "book", host: "Sam Ortiz" });
    expect(fake.world.users[0]?.bookings[0]).toMatchObject({
      host: { id: 5001, email: "sam-ortiz@example.com" },
      references: [],
    });
  });

  test("keeps its references when the connection is removed", async () => {
    const fake = await start({ scenario: "everyday" });
    await bookAndLook(fake);
    fake.control({ action: "disconnect", credentialId: 135 });
    expect(fake.world.users[0]?.bookings[0]?.references).toHaveLength(1);
  });
});

/** Books through the control, and asks the API what came of it. */
async function bookAndLook(fake: FakeCal, fields: Record<string, unknown> = {}): Promise<unknown> {
  fake.control({ action: "book", ...fields });
  const uid = fake.world.users[0]?.bookings.at(-1)?.uid ?? "";
  const headers = { "cal-api-version": "2024-08-13" };
  return (await ask(fake, `/v2/bookings/${uid}/references`, { headers })).json?.data;
}
