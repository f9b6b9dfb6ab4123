import { describe, expect, test } from "vitest";
import { fixture } from "../../../fixtures/fixture.ts";
import type { CalendarList } from "../list-cache.ts";
import { ask, calendars, start } from "../testing.ts";
import { SCENARIO_NAMES } from "./index.ts";

/** What the first read shows: entries with their error, calendars in all, and where bookings go. */
const FIRST_READ: Record<
  string,
  { broken: number; connections: number; calendars: number; destination: unknown }
> = {
  "all-well": { connections: 2, broken: 0, calendars: 3, destination: "dana@example.com" },
  everyday: { connections: 2, broken: 0, calendars: 5, destination: "dana@example.com" },
  lively: { connections: 4, broken: 0, calendars: 9, destination: "dana@example.com" },
  "one-revoked": { connections: 2, broken: 1, calendars: 2, destination: "" },
  "outlook-now-and-then": { connections: 2, broken: 0, calendars: 5, destination: "dana@example.com" },
  "nothing-selected": { connections: 1, broken: 0, calendars: 3, destination: "dana@example.com" },
  "destination-moved": { connections: 2, broken: 1, calendars: 3, destination: "dana@example.com" },
  "read-only-destination": {
    connections: 2,
    broken: 0,
    calendars: 5,
    destination: "team-rota@group.calendar.google.com",
  },
  "two-google-accounts": { connections: 2, broken: 0, calendars: 5, destination: "dana@example.com" },
  "apple-and-caldav": {
    connections: 2,
    broken: 0,
    calendars: 4,
    destination: "https://caldav.icloud.com/20961146906/calendars/home/",
  },
  "ics-only": {
    connections: 1,
    broken: 0,
    calendars: 1,
    destination: "https://feeds.example.com/private-abc123/basic.ics",
  },
  "organisation-delegation": { connections: 2, broken: 0, calendars: 4, destination: "dana@acme.example" },
  "delegation-broken": { connections: 2, broken: 1, calendars: 2, destination: "" },
  "none-connected": { connections: 0, broken: 0, calendars: 0, destination: undefined },
  booked: { connections: 2, broken: 0, calendars: 5, destination: "dana@example.com" },
  "added-again": { connections: 2, broken: 1, calendars: 1, destination: "" },
  "forty-seven": { connections: 1, broken: 0, calendars: 47, destination: "dana@example.com" },
  "ics-older": {
    connections: 1,
    broken: 0,
    calendars: 1,
    destination: "https://feeds.example.com/private-abc123/basic.ics",
  },
  "older-server": { connections: 2, broken: 0, calendars: 5, destination: "dana@example.com" },
  thousand: { connections: 20, broken: 0, calendars: 1000, destination: "dana@example.com" },
  "long-names": { connections: 2, broken: 0, calendars: 8, destination: "dana@example.com" },
  "key-expired": { connections: 2, broken: 0, calendars: 5, destination: "dana@example.com" },
  "everything-wrong": { connections: 6, broken: 3, calendars: 4, destination: "" },
};

describe("a scenario", () => {
  test("has a description here for every name", () => {
    expect(Object.keys(FIRST_READ).toSorted()).toEqual(SCENARIO_NAMES.toSorted());
  });

  test.for(Object.entries(FIRST_READ))("%s shows what it is named for", async ([scenario, expected]) => {
    const fake = await start({ scenario });
    fake.control({ action: "key", state: "valid" });
    const { connectedCalendars, destinationCalendar } = await calendars(fake);
    expect({
      connections: connectedCalendars.length,
      broken: connectedCalendars.filter(({ error }) => error !== undefined).length,
      calendars: connectedCalendars.flatMap((entry) => entry.calendars ?? []).length,
      destination: destinationCalendar.externalId,
    }).toEqual(expected);
  });

  test("all-well leaves nothing to remark", async () => {
    const fake = await start({ scenario: "all-well" });
    const { connectedCalendars } = await calendars(fake);
    const listed = connectedCalendars.flatMap((entry) => entry.calendars ?? []);
    expect(listed.every(({ isSelected, readOnly }) => isSelected && !readOnly)).toBe(true);
  });

  test("forty-seven answers as Cal.com did, but for the description of the app", async () => {
    const fake = await start({ scenario: "forty-seven" });
    const { json } = await ask(fake, "/v2/calendars");
    const real = fixture("hosted-one-google-47-calendars") as { data: CalendarList };
    const [entry] = real.data.connectedCalendars;
    Object.assign(entry?.integration ?? {}, { description: "Calendar by Google." });
    expect(json).toEqual(real);
  });

  test("thousand has no two calendars alike", async () => {
    const fake = await start({ scenario: "thousand" });
    const { connectedCalendars } = await calendars(fake);
    const ids = connectedCalendars
      .flatMap((entry) => entry.calendars ?? [])
      .map(({ externalId }) => externalId);
    expect(new Set(ids).size).toBe(1000);
  });

  test("starts afresh each time", async () => {
    const fake = await start({ scenario: "one-revoked" });
    await calendars(fake);
    fake.control({ action: "scenario", name: "one-revoked" });
    expect(fake.world.users[0]?.destination?.externalId).toBe("dana@example.com");
  });
});
