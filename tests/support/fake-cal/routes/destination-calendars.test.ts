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
    ["is read-only", "en.usa#holiday@group.v.calendar.google.com", "google_calendar"],
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

  test("has no credential for a delegation, and is 404 for another one", async () => {
    const fake = await start({ scenario: "organisation-delegation" });
    const body = { integration: "google_calendar", externalId: "c_team@group.calendar.google.com" };
    const answer = await put(fake, { ...body, delegationCredentialId: ACME.id });
    expect(answer.json?.data).toMatchObject({ credentialId: null });
    expect(fake.world.users[0]?.destination).toMatchObject({ delegationCredentialId: ACME.id });
    expect((await put(fake, { ...body, delegationCredentialId: "other" })).status).toBe(404);
  });
});

function put(fake: FakeCal, body: Record<string, unknown>) {
  return ask(fake, "/v2/destination-calendars", { method: "PUT", body });
}
