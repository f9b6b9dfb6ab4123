import { describe, expect, test } from "vitest";
import { broken, calendar, connection } from "../../../tests/fixtures/answers.ts";
import { google, MendingStory, REVOKED } from "../../../tests/support/unit/mending-story.ts";
import type { AnsweredConnection, Destination } from "../../cal-api/observation.ts";
import { isWrittenByReading, placesOf } from "./written-by-reading.ts";

const OUTLOOK = 9;
const UNUSED = 5;
const outlook = connection("office365_calendar", OUTLOOK, [calendar("work")]);
const apple = connection("apple_calendar", UNUSED, [calendar("Home")]);
const row = (change: Partial<Destination> = {}): Destination => ({
  integration: "google_calendar",
  externalId: "main",
  name: null,
  credentialId: null,
  delegationCredentialId: null,
  ...change,
});
const WANTED = row({ integration: "office365_calendar", externalId: "work", name: "work" });

interface Case {
  /** In Cal.com's order. */
  connections?: AnsweredConnection[];
  destination?: Partial<Destination>;
  wanted?: Partial<Destination>;
}

/** Bookings went to Outlook's `work`, Outlook broke, and they go to the main calendar of Google, the first connection. */
function isWritten({
  connections = [google(1, "main"), broken(outlook, REVOKED), apple],
  destination = {},
  wanted = {},
}: Case = {}): boolean {
  const { state } = new MendingStory().answer([google(1, "main"), outlook, apple], "work");
  const answer = { connections, destination: { kind: "blank" } as const, eventTypes: null };
  return isWrittenByReading(answer, row(destination), { ...WANTED, ...wanted }, state);
}

const changed = (change: Partial<AnsweredConnection>) => [{ ...google(1, "main"), ...change }, apple];
const named = (credentialId: number, name: string | null) =>
  connection("google_calendar", credentialId, [calendar(name, { externalId: "main" })]);

describe("where bookings go was written by the reading that shows it", () => {
  test("when it is the main calendar of the first connection, shown as the row is stored", () => {
    expect(isWritten()).toBe(true);
    expect(isWritten({ destination: { credentialId: 1 } })).toBe(true);
    expect(isWritten({ destination: { integration: null } })).toBe(true);
  });

  test("when the row keeps the credential that the wanted calendar was reached through", () => {
    expect(isWritten({ destination: { credentialId: OUTLOOK } })).toBe(true);
  });

  test("also when another connection lists that calendar, too", () => {
    const connections = [google(1, "main"), named(2, "Dana")];
    expect(isWritten({ connections, destination: { credentialId: 1 } })).toBe(true);
  });

  test("also through an organization", () => {
    const delegationCredentialId = "6b2f";
    const connections = changed({ credentialId: -1, delegationCredentialId });
    expect(isWritten({ connections, destination: { credentialId: -1, delegationCredentialId } })).toBe(true);
  });
});

describe("it was written by a person or another program", () => {
  test("when it is shown with its name", () => {
    expect(isWritten({ destination: { credentialId: 1, name: "main" } })).toBe(false);
  });

  test("when its calendar has no name: then a row that is found looks the same", () => {
    const destination = { credentialId: 1 };
    expect(isWritten({ connections: [named(1, null)], destination })).toBe(false);
    expect(isWritten({ connections: [named(1, "Dana"), named(2, null)], destination })).toBe(false);
  });

  test("when the row has a credential of something else", () => {
    expect(isWritten({ destination: { credentialId: UNUSED } })).toBe(false);
    expect(isWritten({ destination: { credentialId: 77 } })).toBe(false);
  });

  test("when Cal.com would not write it: it is not the main calendar, or not of a first connection that works", () => {
    expect(isWritten({ destination: { externalId: "Team" } })).toBe(false);
    expect(isWritten({ destination: { integration: "office365_calendar" } })).toBe(false);
    expect(isWritten({ connections: changed({ primaryExternalId: "Team" }) })).toBe(false);
    expect(isWritten({ connections: changed({ condition: "broken" }) })).toBe(false);
    expect(isWritten({ connections: [apple, google(1, "main")] })).toBe(false);
    expect(isWritten({ connections: [] })).toBe(false);
  });

  test("as far as can be told, when the wanted one was never shown with its name", () => {
    expect(isWritten({ wanted: { name: null } })).toBe(false);
  });
});

test("a calendar is listed wherever it is of the same app, by what itself or else its connection says", () => {
  const one = named(1, "Dana");
  const silent = { ...one, calendars: one.calendars.map((each) => ({ ...each, integration: null })) };
  const otherwise = connection("office365_calendar", 2, [calendar("main")]);
  const connections = [one, silent, otherwise];
  const answer = { connections, destination: { kind: "blank" } as const, eventTypes: null };
  expect(placesOf(answer, row()).map((place) => place.connection)).toEqual([one, silent]);
});
