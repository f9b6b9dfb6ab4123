import { describe, expect, test } from "vitest";
import { ACME } from "../scenarios/organisation.ts";
import type { FakeCal } from "../server.ts";
import { ask, calendars, start } from "../testing.ts";

const OUTLOOK = "AAMkAGQ1ZmFkLWVu0AAA=";

describe("PUT /v2/destination-calendars", () => {
  test("moves the destination with its credential and e-mail", async () => {
    const fake = await start({ scenario: "everyday" });
    const answer = await put(fake, { integration: "office365_calendar", externalId: OUTLOOK });
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      status: "success",
      data: { userId: 4412, integration: "office365_calendar", externalId: OUTLOOK, credentialId: 212 },
    });
    expect(fake.world.users[0]?.destination).toMatchObject({
      id: 871,
      externalId: OUTLOOK,
      credentialId: 212,
      primaryEmail: "dana@contoso.example",
    });
    const { destinationCalendar } = await calendars(fake);
    expect(destinationCalendar).toMatchObject({ externalId: OUTLOOK, integrationTitle: "Outlook Calendar" });
  });

  test.for(["caldav_calendar", "ics-feed_calendar", undefined])(
    "is 400 for the integration %s, and echoes what was sent",
    async (integration) => {
      const fake = await start();
      const answer = await put(fake, { integration, externalId: "x" });
      const isIn =
        "integration must be one of the following values: apple_calendar, google_calendar, office365_calendar";
      expect(answer.status).toBe(400);
      expect(answer.json?.error).toMatchObject({
        code: "BadRequestException",
        message: "Bad Request Exception",
        details: {
          errors: [{ target: { externalId: "x" }, property: "integration", constraints: { isIn } }],
        },
      });
    },
  );

  test.for([
    ["is nowhere", "nowhere", "google_calendar"],
    ["belongs to another integration", OUTLOOK, "google_calendar"],
    ["is read-only", "team-rota@group.calendar.google.com", "google_calendar"],
  ] as const)("is 404 for a calendar that %s", async ([, externalId, integration]) => {
    const fake = await start({ scenario: "everyday" });
    const answer = await put(fake, { integration, externalId });
    expect(answer.status).toBe(404);
    expect(answer.json?.error?.message).toBe(`Could not find calendar ${externalId}`);
  });

  test("is 404 while the connection is broken, and has the side effects of reading even so", async () => {
    const fake = await start({ scenario: "destination-moved" });
    const answer = await put(fake, { integration: "office365_calendar", externalId: OUTLOOK });
    expect(answer.status).toBe(404);
    expect(fake.world.users[0]?.destination).toMatchObject({ externalId: "dana@example.com" });
  });

  test("writes the credential of the first match, which mends a stale one", async () => {
    const fake = await start({ scenario: "destination-moved" });
    await calendars(fake);
    expect(fake.world.users[0]?.destination).toMatchObject({ credentialId: 212 });
    await put(fake, { integration: "google_calendar", externalId: "dana@example.com" });
    expect(fake.world.users[0]?.destination).toMatchObject({ credentialId: 135 });
  });

  describe("for a delegation", () => {
    const TEAM = { integration: "google_calendar", externalId: "c_team@group.calendar.google.com" };

    test("keeps the row's old credential, and answers with it", async () => {
      const fake = await start({ scenario: "organisation-delegation" });
      await put(fake, { integration: "office365_calendar", externalId: OUTLOOK });
      const answer = await put(fake, { ...TEAM, delegationCredentialId: ACME.id });
      expect(answer.json?.data).toEqual({ userId: 4412, ...TEAM, credentialId: 212 });
      expect(fake.world.users[0]?.destination).toMatchObject({
        ...TEAM,
        credentialId: 212,
        delegationCredentialId: ACME.id,
      });
    });

    test("takes a calendar that is read-only", async () => {
      const fake = await start({ scenario: "organisation-delegation" });
      fake.control({ action: "read-only", externalId: TEAM.externalId });
      expect((await put(fake, { ...TEAM, delegationCredentialId: ACME.id })).status).toBe(200);
    });

    test("is 404 for another one, and fails in the database without its id", async () => {
      const fake = await start({ scenario: "organisation-delegation" });
      expect((await put(fake, { ...TEAM, delegationCredentialId: "other" })).status).toBe(404);
      const answer = await put(fake, TEAM);
      expect([answer.status, answer.json?.error]).toEqual([
        400,
        { code: "BAD_REQUEST", message: "Invalid input: The referenced data does not exist." },
      ]);
    });
  });
});

function put(fake: FakeCal, body: Record<string, unknown>) {
  return ask(fake, "/v2/destination-calendars", { method: "PUT", body });
}
