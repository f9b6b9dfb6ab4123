import { expect, test } from "vitest";
import { setUpOf } from "./set-up.ts";
import { calendars, start } from "./testing.ts";

const DANA = "dana@example.com";
const OUTLOOK = "AAMkAGQ1ZmFkLWVu0AAA=";
const ALL_WELL = {
  selected: [
    `google_calendar ${DANA}`,
    "google_calendar family0123@group.calendar.google.com",
    `office365_calendar ${OUTLOOK}`,
  ],
  destination: { integration: "google_calendar", externalId: DANA, arrives: true },
  eventTypes: {},
};

test("tells what is checked and where bookings go, whatever the credential is", async () => {
  const fake = await start({ scenario: "all-well" });
  expect(setUpOf(fake)).toEqual(ALL_WELL);
  const [user] = fake.world.users;
  for (const row of user?.selections ?? []) if (row.credentialId === 135) row.credentialId = 912;
  expect(setUpOf(fake)).toEqual(ALL_WELL);
});

test("tells a row that is there twice from one that is there once", async () => {
  const fake = await start({ scenario: "all-well" });
  fake.control({ action: "add-again", credentialId: 212 });
  expect(setUpOf(fake).selected.filter((row) => row.endsWith(OUTLOOK))).toHaveLength(2);
  fake.control({ action: "disconnect", credentialId: 212 });
  expect(setUpOf(fake)).toEqual(ALL_WELL);
});

test("tells when bookings do not arrive: through a broken connection, or through that of another app", async () => {
  const fake = await start({ scenario: "all-well" });
  fake.control({ action: "break", credentialId: 135, how: "revoked" });
  expect(setUpOf(fake).destination).toEqual({ ...ALL_WELL.destination, arrives: false });
  await calendars(fake);
  fake.control({ action: "mend", credentialId: 135 });
  await calendars(fake);
  expect(setUpOf(fake).destination?.arrives).toBe(true);
  fake.control({ action: "break", credentialId: 212, how: "revoked" });
  Object.assign(fake.world.users[0]?.destination ?? {}, { credentialId: 212 });
  expect(setUpOf(fake).destination?.arrives).toBe(false);
});

test("tells event types' own destinations by their titles", async () => {
  const fake = await start({ scenario: "all-well" });
  fake.control({ action: "add-event-type", title: "Intro", eventTypeId: 1 });
  fake.control({ action: "add-event-type", title: "Side", eventTypeId: 2 });
  fake.control({ action: "event-type-destination", eventTypeId: 1, externalId: OUTLOOK });
  const before = setUpOf(fake);
  expect(before.eventTypes).toEqual({
    Intro: { integration: "office365_calendar", externalId: OUTLOOK, arrives: true },
    Side: null,
  });
  fake.control({ action: "disconnect", credentialId: 212 });
  expect(setUpOf(fake).eventTypes).toEqual({ Intro: null, Side: null });
});
