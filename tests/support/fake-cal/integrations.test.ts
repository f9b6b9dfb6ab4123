import { describe, expect, test } from "vitest";
import type { ListedCalendar } from "./listing.ts";
import { type CalendarSeed, connect } from "./scenarios/build.ts";
import type { FakeCal } from "./server.ts";
import { calendars, calendarsOf, entryOf, start } from "./testing.ts";

const TWO: CalendarSeed[] = [
  { externalId: "one", name: null, primary: true },
  { externalId: "two", name: "Two", writable: false },
];

describe("what an integration reports", () => {
  test("Google: the calendar's own id for e-mail, and a word for a missing name", async () => {
    const listed = await reported("google_calendar");
    expect(listed).toMatchObject([
      { externalId: "one", name: "No name", email: "one", readOnly: false, integration: "google_calendar" },
      { externalId: "two", name: "Two", email: "two", readOnly: true },
    ]);
  });

  test("Outlook: the mailbox for e-mail on every calendar", async () => {
    const listed = await reported("office365_calendar");
    expect(listed).toMatchObject([
      { name: "No calendar name", email: "login@example.com", readOnly: false },
      { name: "Two", email: "login@example.com", readOnly: true },
    ]);
  });

  test.for(["apple_calendar", "caldav_calendar"])("%s: no primary, and never read-only", async (type) => {
    const listed = await reported(type);
    expect(listed).toMatchObject([
      { name: "", email: "login@example.com", primary: null, readOnly: false },
      { name: "Two", email: "login@example.com", primary: null, readOnly: false },
    ]);
  });

  test.for(["exchange_calendar", "exchange2013_calendar", "exchange2016_calendar"])(
    "%s: no e-mail, and never read-only",
    async (type) => {
      const listed = await reported(type);
      expect(listed).toMatchObject([
        { externalId: "one", readOnly: false },
        { externalId: "two", readOnly: false },
      ]);
      expect(listed.some((calendar) => "email" in calendar)).toBe(false);
    },
  );

  test.for(["lark_calendar", "feishu_calendar"])(
    "%s: the calendar's own id for e-mail, and what can be written only",
    async (type) => {
      const listed = await reported(type);
      expect(listed).toHaveLength(1);
      expect(listed[0]).toMatchObject({ externalId: "one", email: "one", readOnly: false });
    },
  );

  test("Zoho: what the account owns, with its e-mail", async () => {
    const listed = await reported("zoho_calendar");
    expect(listed).toMatchObject([{ externalId: "one", email: "login@example.com", readOnly: false }]);
  });

  test("ICS: no e-mail, no primary, always read-only, maybe no name", async () => {
    const listed = await reported("ics-feed_calendar");
    expect(listed[0]).toEqual({
      externalId: "one",
      integration: "ics-feed_calendar",
      name: null,
      primary: null,
      readOnly: true,
      isSelected: false,
      credentialId: 700,
      delegationCredentialId: null,
    });
  });
});

describe("a server that was not brought up to date", () => {
  test("says integrationName for the integration of a feed", async () => {
    const fake = await start({ scenario: "ics-older" });
    const [feed] = await calendarsOf(fake, 410);
    expect(feed).toMatchObject({ integrationName: "ics-feed_calendar" });
    expect(feed).not.toHaveProperty("integration");
  });

  test("lists Google's calendars of holidays and birthdays, which others leave out", async () => {
    const fake = await start({ scenario: "older-server" });
    const names = async () => (await calendarsOf(fake, 135)).map(({ name }) => name);
    expect(await names()).toEqual(["dana@example.com", "Holidays in United States", "Birthdays"]);
    fake.control({ action: "older", listsSystemCalendars: false });
    expect(await names()).toEqual(["dana@example.com"]);
  });
});

describe("a calendar that its provider lost", () => {
  test("vanishes without a word, even a feed", async () => {
    const fake = await start({ scenario: "everything-wrong" });
    const listed = await calendarsOf(fake, 410);
    expect(listed.map(({ externalId }) => externalId)).toEqual([
      "https://feeds.example.com/private-def456/school.ics",
    ]);
  });

  test("leaves no primary calendar when it was the last feed", async () => {
    const fake = await start({ scenario: "ics-only" });
    fake.control({ action: "drop", externalId: "https://feeds.example.com/private-abc123/basic.ics" });
    expect((await entryOf(fake, 410))?.error).toEqual({ message: "No primary calendar found" });
  });
});

describe("isSelected", () => {
  test("goes by externalId alone, so a shared calendar is selected in both accounts", async () => {
    const fake = await start({ scenario: "two-google-accounts" });
    const { connectedCalendars } = await calendars(fake);
    const shared = connectedCalendars
      .flatMap((entry) => entry.calendars ?? [])
      .filter(({ externalId }) => externalId === "dana@example.com");
    expect(shared).toMatchObject([
      { credentialId: 135, isSelected: true, readOnly: false },
      { credentialId: 136, isSelected: true, readOnly: true },
    ]);
  });
});

async function reported(type: string): Promise<ListedCalendar[]> {
  const fake: FakeCal = await start({ scenario: "none-connected" });
  const { connection } = connect(type, 700, "login@example.com", TWO);
  fake.world.users[0]?.connections.push(connection);
  return calendarsOf(fake, 700);
}
