import { describe, expect, test } from "vitest";
import { connect, icsConnection } from "../scenarios/build.ts";
import { ask, start } from "../testing.ts";

const CASES = [
  {
    calendar: "google",
    type: "google_calendar",
    missing: "Credentials for google_calendar not found.",
    invalid: "Invalid google OAuth credentials.",
    notConnected: "Google Calendar not connected.",
  },
  {
    calendar: "office365",
    type: "office365_calendar",
    missing: "Credentials for office_365_calendar not found.",
    invalid: "Invalid office 365 calendar credentials.",
    notConnected: "Office 365 calendar not connected.",
  },
  {
    calendar: "apple",
    type: "apple_calendar",
    missing: "Credentials for apple calendar not found.",
    invalid: "Invalid apple calendar credentials.",
    notConnected: "Apple calendar not connected.",
  },
  {
    calendar: "ics-feed",
    type: "ics-feed_calendar",
    missing: "Credentials for Ics Feed calendar not found.",
    invalid: "Invalid Ics Feed credentials.",
    notConnected: "Ics Feed not connected.",
  },
];

describe.for(CASES)("checking $calendar", ({ calendar, type, missing, invalid, notConnected }) => {
  const path = `/v2/calendars/${calendar}/check`;

  test("without a credential is 400", async () => {
    const fake = await start({ scenario: "none-connected" });
    const answer = await ask(fake, path);
    expect(answer.status).toBe(400);
    expect(answer.json?.error).toEqual({
      code: "BadRequestException",
      message: missing,
      details: { message: missing, error: "Bad Request", statusCode: 400 },
    });
  });

  test("with a working one is a bare success", async () => {
    const answer = await ask(await connected(type), path);
    expect([answer.status, answer.json]).toEqual([200, { status: "success" }]);
  });

  test("with a flagged one is 400", async () => {
    const fake = await connected(type);
    fake.control({ action: "flag-invalid", credentialId: 700 });
    const answer = await ask(fake, path);
    expect([answer.status, answer.json?.error?.message]).toEqual([400, invalid]);
  });

  test("with one that is not listed is 401, though the key is fine", async () => {
    const fake = await connected(type);
    fake.control({ action: "enable-app", credentialId: 700, enabled: false });
    const answer = await ask(fake, path);
    expect([answer.status, answer.json?.error?.message]).toEqual([401, notConnected]);
  });

  test("with a broken one is 401 with the provider's message", async () => {
    const fake = await connected(type);
    fake.control({ action: "break", credentialId: 700, how: "failing" });
    const answer = await ask(fake, path);
    expect(answer.status).toBe(401);
    expect(answer.json?.error?.message).toBe("Could not get connected calendars");
  });
});

describe("checking", () => {
  test("looks at the first connection of a type only", async () => {
    const fake = await start({ scenario: "two-google-accounts" });
    fake.control({ action: "break", credentialId: 136, how: "revoked" });
    expect((await ask(fake, "/v2/calendars/google/check")).status).toBe(200);
  });

  test("takes an empty message for healthy", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "break", credentialId: 135, how: "message", message: "" });
    expect((await ask(fake, "/v2/calendars/google/check")).status).toBe(200);
  });

  test("has the side effects of reading", async () => {
    const fake = await start({ scenario: "destination-moved" });
    await ask(fake, "/v2/calendars/google/check");
    expect(fake.world.users[0]?.destination?.externalId).toBe("dana@example.com");
  });

  test("an unknown type is 400 and lists the types", async () => {
    const fake = await start();
    const answer = await ask(fake, "/v2/calendars/caldav/check");
    expect(answer.status).toBe(400);
    expect(answer.json?.error).toMatchObject({
      message: "Invalid calendar type, available calendars are: ",
      details: { error: "google, office365, apple" },
    });
  });
});

async function connected(type: string) {
  const fake = await start({ scenario: "none-connected" });
  const calendars = [{ externalId: "https://feeds.example.com/a.ics", name: "One" }];
  const connection =
    type === "ics-feed_calendar"
      ? icsConnection(700, calendars)
      : connect(type, 700, "dana@example.com", calendars).connection;
  fake.world.users[0]?.connections.push(connection);
  return fake;
}
