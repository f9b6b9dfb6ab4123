import { describe, expect, test } from "vitest";
import type { FakeCal } from "./server.ts";
import { calendars, calendarsOf, entryOf, start } from "./testing.ts";

describe("adding an app again", () => {
  test("makes a second connection with a higher id beside the broken one, which goes on failing", async () => {
    const fake = await start({ scenario: "one-revoked" });
    fake.control({ action: "add-again", credentialId: 135 });
    const { connectedCalendars } = await calendars(fake);
    expect(connectedCalendars.map(({ credentialId, error }) => [credentialId, error?.message])).toEqual([
      [135, "Access token expired or revoked"],
      [501, undefined],
      [212, undefined],
    ]);
  });

  test("never gives out an id twice", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "add-again", credentialId: 135 });
    fake.control({ action: "disconnect", credentialId: 501 });
    fake.control({ action: "add-again", credentialId: 135 });
    expect(await entryOf(fake, 502)).toBeDefined();
  });

  test("selects the primary of Google alone, whose row moves to the new credential", async () => {
    const fake = await start({ scenario: "all-well" });
    fake.control({ action: "add-again", credentialId: 135, newCredentialId: 912 });
    expect(rowsOf(fake, "google_calendar")).toEqual([
      ["dana@example.com", 912],
      ["family0123@group.calendar.google.com", 135],
    ]);
    fake.control({ action: "disconnect", credentialId: 135 });
    expect((await calendarsOf(fake, 912)).map(({ isSelected }) => isSelected)).toEqual([true, false]);
  });

  test.for(["office365_calendar", "zoho_calendar", "lark_calendar", "feishu_calendar"])(
    "selects the primary of %s with a second row",
    async (type) => {
      const fake = await start({ scenario: "none-connected" });
      fake.control({ action: "connect", type, email: "main", credentialId: 600 });
      fake.control({ action: "add-calendar", credentialId: 600, externalId: "other", name: "Other" });
      fake.control({ action: "add-again", credentialId: 600, newCredentialId: 601 });
      expect(rowsOf(fake, type)).toEqual([
        ["main", 600],
        ["main", 601],
      ]);
    },
  );

  test.for([
    "caldav_calendar",
    "ics-feed_calendar",
    "exchange_calendar",
    "exchange2013_calendar",
    "exchange2016_calendar",
  ])("selects nothing of %s", async (type) => {
    const fake = await start({ scenario: "none-connected" });
    fake.control({ action: "connect", type, email: "main", credentialId: 600 });
    fake.control({ action: "add-again", credentialId: 600 });
    expect(rowsOf(fake, type)).toEqual([]);
    expect((await calendars(fake)).connectedCalendars).toHaveLength(2);
  });

  test("leaves what an event type selected for itself with the old connection", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "unselect", externalId: "dana@example.com" });
    fake.control({ action: "select", externalId: "dana@example.com", eventTypeId: 3001 });
    fake.control({ action: "add-again", credentialId: 135, newCredentialId: 912 });
    expect(rowsOf(fake, "google_calendar")).toEqual([
      ["dana@example.com", 135],
      ["dana@example.com", 912],
    ]);
  });

  test("updates the same Apple ID in place, selections and all", async () => {
    const fake = await start({ scenario: "apple-and-caldav" });
    fake.control({ action: "break", credentialId: 301, how: "failing" });
    const said = fake.control({ action: "add-again", credentialId: 301 });
    expect(said).toContain("updated in place");
    const { connectedCalendars } = await calendars(fake);
    expect(connectedCalendars.map(({ credentialId }) => credentialId)).toEqual([301, 340]);
    expect((await calendarsOf(fake, 301))[0]).toMatchObject({ name: "Home", isSelected: true });
  });
});

function rowsOf(fake: FakeCal, type: string) {
  const rows = fake.world.users[0]?.selections.filter(({ integration }) => integration === type) ?? [];
  return rows.map(({ externalId, credentialId }) => [externalId, credentialId]);
}
