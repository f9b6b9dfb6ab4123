import { describe, expect, test } from "vitest";
import type { FakeCal } from "./server.ts";
import { calendars, start } from "./testing.ts";

const BARE_KEYS = [
  "id",
  "integration",
  "externalId",
  "primaryEmail",
  "userId",
  "eventTypeId",
  "credentialId",
  "createdAt",
  "updatedAt",
  "delegationCredentialId",
  "domainWideDelegationCredentialId",
  "customCalendarReminder",
].toSorted();

describe("reading with no connection", () => {
  test("deletes the destination", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "disconnect", credentialId: 135 });
    fake.control({ action: "disconnect", credentialId: 212 });
    expect(await calendars(fake)).toEqual({ connectedCalendars: [], destinationCalendar: {} });
    expect(rowOf(fake)).toBeNull();
  });
});

describe("reading with connections and no destination", () => {
  test("makes one from the first connection's primary, and shows the bare row", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "no-destination" });
    const first = (await calendars(fake)).destinationCalendar;
    expect(Object.keys(first).toSorted()).toEqual(BARE_KEYS);
    expect(first).toMatchObject({
      integration: "google_calendar",
      externalId: "dana@example.com",
      primaryEmail: "dana@example.com",
      credentialId: 135,
    });
    expect((await calendars(fake)).destinationCalendar).toMatchObject({ isSelected: true, primary: true });
  });

  test("makes a blank one when the first connection is broken", async () => {
    const fake = await start({ scenario: "one-revoked" });
    fake.control({ action: "no-destination" });
    const { destinationCalendar } = await calendars(fake);
    expect(destinationCalendar).toMatchObject({ integration: "", externalId: "", credentialId: null });
  });

  test("notes a delegation by its own id", async () => {
    const fake = await start({ scenario: "organisation-delegation" });
    fake.control({ action: "no-destination" });
    expect((await calendars(fake)).destinationCalendar).toMatchObject({
      credentialId: null,
      delegationCredentialId: "6b2f4f0e-6f1d-4f0b-9c35-1d5f6d8f5a10",
    });
  });
});

describe("reading with a destination that is live", () => {
  test("writes nothing and lays the calendar over the row", async () => {
    const fake = await start({ scenario: "everyday" });
    const before = structuredClone(rowOf(fake));
    const { destinationCalendar } = await calendars(fake);
    expect(rowOf(fake)).toEqual(before);
    expect(destinationCalendar).toEqual({
      ...before,
      name: "dana@example.com",
      primary: true,
      email: "dana@example.com",
      readOnly: false,
      isSelected: true,
      integrationTitle: "Google Calendar",
    });
  });

  test("leaves primary out unless it is true", async () => {
    const fake = await start({ scenario: "read-only-destination" });
    const { destinationCalendar } = await calendars(fake);
    expect(destinationCalendar).toMatchObject({ readOnly: true, isSelected: false });
    expect(destinationCalendar).not.toHaveProperty("primary");
  });

  test("takes primaryEmail from the connection's primary, whatever the row says", async () => {
    const fake = await start({ scenario: "read-only-destination" });
    Object.assign(rowOf(fake) ?? {}, { primaryEmail: "stored@example.com" });
    expect((await calendars(fake)).destinationCalendar).toMatchObject({ primaryEmail: "dana@example.com" });
  });

  test("leaves primaryEmail out when the calendar has no e-mail, though the row has one", async () => {
    const fake = await start({ scenario: "ics-only" });
    expect(rowOf(fake)?.primaryEmail).toBe("dana@example.com");
    expect((await calendars(fake)).destinationCalendar).not.toHaveProperty("primaryEmail");
  });

  test("takes the credential of the first account that shows the calendar", async () => {
    const fake = await start({ scenario: "two-google-accounts" });
    Object.assign(rowOf(fake) ?? {}, { credentialId: 999 });
    expect((await calendars(fake)).destinationCalendar).toMatchObject({ credentialId: 135 });
    fake.control({ action: "break", credentialId: 135, how: "revoked" });
    expect((await calendars(fake)).destinationCalendar).toMatchObject({ credentialId: 136, readOnly: true });
  });
});

describe("reading after a connection was added again", () => {
  test("keeps the destination blank while the broken one stands first", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "break", credentialId: 135, how: "revoked" });
    await calendars(fake);
    fake.control({ action: "add-again", credentialId: 135 });
    const { destinationCalendar } = await calendars(fake);
    expect(destinationCalendar).toMatchObject({ id: 871, externalId: "", credentialId: 135 });
  });

  test("makes a new row from the new one once the broken one is removed", async () => {
    const fake = await start({ scenario: "added-again" });
    await calendars(fake);
    fake.control({ action: "disconnect", credentialId: 135 });
    const { destinationCalendar } = await calendars(fake);
    expect(destinationCalendar).toMatchObject({ externalId: "dana@example.com", credentialId: 912 });
    expect(destinationCalendar.id).not.toBe(98);
    expect(Object.keys(destinationCalendar).toSorted()).toEqual(BARE_KEYS);
  });
});

describe("reading with a destination that is not live", () => {
  test("moves it to the first connection's primary, keeps the old credential, and shows the bare row", async () => {
    const fake = await start({ scenario: "destination-moved" });
    const { destinationCalendar } = await calendars(fake);
    expect(Object.keys(destinationCalendar).toSorted()).toEqual(BARE_KEYS);
    expect(destinationCalendar).toMatchObject({
      integration: "google_calendar",
      externalId: "dana@example.com",
      primaryEmail: "dana@example.com",
      credentialId: 212,
    });
    expect(rowOf(fake)).toEqual(destinationCalendar);
  });

  test("blanks it when the first connection is broken, and keeps the e-mail", async () => {
    const fake = await start({ scenario: "one-revoked" });
    const { destinationCalendar } = await calendars(fake);
    expect(destinationCalendar).toMatchObject({
      integration: "",
      externalId: "",
      primaryEmail: "dana@example.com",
      credentialId: 135,
    });
    expect(Object.keys(destinationCalendar).toSorted()).toEqual(BARE_KEYS);
  });

  test("does not bring the chosen calendar back when its connection recovers", async () => {
    const fake = await start({ scenario: "destination-moved" });
    await calendars(fake);
    fake.control({ action: "mend-all" });
    expect((await calendars(fake)).destinationCalendar).toMatchObject({ externalId: "dana@example.com" });
  });

  test("fills a blank one with the first connection's primary once that works", async () => {
    const fake = await start({ scenario: "one-revoked" });
    await calendars(fake);
    fake.control({ action: "mend-all" });
    expect((await calendars(fake)).destinationCalendar).toMatchObject({ externalId: "dana@example.com" });
  });

  test("does the same for one failed read", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "break", credentialId: 135, how: "transient" });
    expect((await calendars(fake)).destinationCalendar).toMatchObject({ externalId: "" });
  });

  test("moves it for another integration too, and then shows the calendar that it left", async () => {
    const fake = await start({ scenario: "two-google-accounts" });
    const externalId = "dana.side@example.com";
    Object.assign(rowOf(fake) ?? {}, { integration: "office365_calendar", externalId });
    const { destinationCalendar } = await calendars(fake);
    expect(rowOf(fake)).toMatchObject({ integration: "google_calendar", externalId: "dana@example.com" });
    expect(destinationCalendar).toMatchObject({ externalId, credentialId: 136 });
  });

  test("finds a feed as any other calendar, and shows it without a primary or an e-mail", async () => {
    const fake = await start({ scenario: "ics-only" });
    const before = structuredClone(rowOf(fake));
    const { destinationCalendar } = await calendars(fake);
    expect(rowOf(fake)).toEqual(before);
    expect(destinationCalendar).toMatchObject({
      integration: "ics-feed_calendar",
      integrationTitle: "ICS Feed",
      readOnly: true,
    });
    expect(Object.keys(destinationCalendar)).not.toEqual(expect.arrayContaining(["primary"]));
  });

  test("rewrites a feed at every read on an older server, as it is found by externalId alone there", async () => {
    const fake = await start({ scenario: "ics-older" });
    Object.assign(rowOf(fake) ?? {}, { integration: "ics-feed_calendar" });
    const { destinationCalendar } = await calendars(fake);
    expect(rowOf(fake)?.integration).toBe("");
    expect(destinationCalendar).toMatchObject({
      integration: "",
      externalId: "https://feeds.example.com/private-abc123/basic.ics",
      integrationName: "ics-feed_calendar",
      integrationTitle: "ICS Feed",
      readOnly: true,
    });
  });
});

function rowOf(fake: FakeCal) {
  return fake.world.users[0]?.destination ?? null;
}
