import { describe, expect, test } from "vitest";
import type { FakeCal } from "./server.ts";
import { ask, calendars, handClock, start } from "./testing.ts";

const FAMILY = {
  integration: "google_calendar",
  externalId: "family0123@group.calendar.google.com",
  credentialId: 135,
};

describe("the kept list", () => {
  test("is answered again until its time is over", async () => {
    const clock = handClock();
    const fake = await start({ scenario: "everyday", cacheMs: 10_000, clock });
    await calendars(fake);
    breakOutlook(fake);
    clock.pass(9_999);
    expect(await seesBreak(fake)).toBe(false);
    clock.pass(1);
    expect(await seesBreak(fake)).toBe(true);
  });

  test("spares the side effects on the destination", async () => {
    const fake = await start({ scenario: "everyday", cacheMs: 60_000 });
    await calendars(fake);
    fake.control({ action: "break", credentialId: 135, how: "revoked" });
    await calendars(fake);
    expect(fake.world.users[0]?.destination?.externalId).toBe("dana@example.com");
  });

  test("can be switched off", async () => {
    const fake = await start({ scenario: "everyday", cacheMs: 0 });
    await calendars(fake);
    breakOutlook(fake);
    expect(await seesBreak(fake)).toBe(true);
  });

  test.for<[string, string, string, unknown]>([
    ["selecting", "POST", "/v2/selected-calendars", FAMILY],
    [
      "unselecting",
      "DELETE",
      "/v2/selected-calendars?integration=google_calendar&externalId=dana%40example.com&credentialId=135",
      undefined,
    ],
    [
      "setting the destination",
      "PUT",
      "/v2/destination-calendars",
      { integration: "google_calendar", externalId: FAMILY.externalId },
    ],
    ["disconnecting", "POST", "/v2/calendars/google/disconnect", { id: 135 }],
    ["adding", "POST", "/v2/calendars/apple/credentials", { username: "dana@me.example", password: "four" }],
  ])("is forgotten by %s", async ([, method, path, body]) => {
    const fake = await start({ scenario: "everyday", cacheMs: 60_000 });
    await calendars(fake);
    breakOutlook(fake);
    expect((await ask(fake, path, { method, body })).status).toBeLessThan(300);
    expect(await seesBreak(fake)).toBe(true);
  });

  test("outlives a selection for a delegation credential", async () => {
    const fake = await start({ scenario: "organisation-delegation", cacheMs: 60_000 });
    await calendars(fake);
    breakOutlook(fake);
    const body = {
      integration: "google_calendar",
      externalId: "c_team@group.calendar.google.com",
      credentialId: -1,
      delegationCredentialId: "6b2f4f0e-6f1d-4f0b-9c35-1d5f6d8f5a10",
    };
    expect((await ask(fake, "/v2/selected-calendars", { method: "POST", body })).status).toBe(201);
    expect(await seesBreak(fake)).toBe(false);
  });

  test("outlives saving a feed", async () => {
    const fake = await start({ scenario: "everyday", cacheMs: 60_000 });
    await calendars(fake);
    const body = { urls: ["https://feeds.example.com/a.ics"] };
    await ask(fake, "/v2/calendars/ics-feed/save", { method: "POST", body });
    expect((await calendars(fake)).connectedCalendars).toHaveLength(2);
  });
});

function breakOutlook(fake: FakeCal): void {
  fake.control({ action: "break", credentialId: 212, how: "failing" });
}

async function seesBreak(fake: FakeCal): Promise<boolean> {
  const { connectedCalendars } = await calendars(fake);
  return connectedCalendars.some((entry) => entry.error !== undefined);
}
