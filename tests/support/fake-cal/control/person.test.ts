import { describe, expect, test } from "vitest";
import { ask, calendars, start } from "../testing.ts";

const GOOGLE = "dana@example.com";

describe("what a person does in the web app", () => {
  test.for<[string, Record<string, unknown>]>([
    ["connecting", { action: "connect", type: "zoho_calendar", email: "dana@zoho.example" }],
    ["adding again", { action: "add-again", credentialId: 135 }],
    ["removing", { action: "disconnect", credentialId: 212 }],
  ])("is seen at once, although lists are kept: %s", async ([, fields]) => {
    const fake = await start({ scenario: "everyday", cacheMs: 60_000 });
    expect((await calendars(fake)).connectedCalendars).toHaveLength(2);
    fake.control({ action: "", ...fields });
    expect((await calendars(fake)).connectedCalendars).not.toHaveLength(2);
  });
});

describe("control of event types and bookings", () => {
  test("adds an event type, gives it a calendar of its own, and takes that away", async () => {
    const fake = await start({ scenario: "everyday" });
    expect(fake.control({ action: "add-event-type", title: "First meeting" })).toContain("the id 3001");
    const own = () => fake.world.users[0]?.eventTypes[0]?.destination;
    fake.control({ action: "event-type-destination", eventTypeId: 3001, externalId: GOOGLE });
    expect(own()).toMatchObject({ externalId: GOOGLE, credentialId: 135, eventTypeId: 3001 });
    fake.control({ action: "event-type-destination", eventTypeId: 3001, externalId: null });
    expect(own()).toBeNull();
    expect(fake.world.users[0]?.eventTypes).toMatchObject([{ slug: "first-meeting", lengthInMinutes: 30 }]);
  });

  test("says whether a booking is in a calendar, and shows it", async () => {
    const fake = await start({ scenario: "everyday" });
    expect(fake.control({ action: "book", attendee: "Kim" })).toContain('"Meeting with Kim" is in google');
    fake.control({ action: "break", credentialId: 135, how: "revoked" });
    expect(fake.control({ action: "book" })).toContain("could not be written to google_calendar");
    expect((await ask(fake, "/control/state")).json).toMatchObject({
      users: [{ bookings: [{ uid: "booking50001" }, { uid: "booking50002" }] }],
    });
  });
});
