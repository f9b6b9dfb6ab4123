import { describe, expect, test } from "vitest";
import { ask, start } from "./testing.ts";
import type { KeyState } from "./world.ts";

const NO_METHOD =
  "ApiAuthStrategy - No authentication method provided. Either pass an API key as 'Bearer' header or OAuth client credentials as 'x-cal-secret-key' and 'x-cal-client-id' headers";

describe("a refused key", () => {
  test.for<[KeyState, string]>([
    ["deleted", "ApiAuthStrategy - api key - Your api key is not valid"],
    ["expired", "ApiAuthStrategy - api key - Your api key is expired"],
    ["orphan", "ApiAuthStrategy - api key - No user tied to this apiKey"],
    ["no-licence", "ApiAuthStrategy - api key - Invalid or missing CALCOM_LICENSE_KEY environment variable"],
  ])("that is %s gets 401 with its own message, after it was counted", async ([state, message]) => {
    const fake = await start();
    fake.control({ action: "key", state });
    const answer = await ask(fake, "/v2/calendars");
    expect(answer.status).toBe(401);
    expect(answer.json).toMatchObject({
      status: "error",
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      path: "/v2/calendars",
      error: {
        code: "UnauthorizedException",
        message,
        details: { message, error: "Unauthorized", statusCode: 401 },
      },
    });
    expect(answer.headers["x-ratelimit-limit-default"]).toBe("120");
  });

  test.for(["cal_live_never_seen", "cal_live_demo"])(
    "that nobody knows (%s) gets the limiter's 401 without rate headers",
    async (key) => {
      const fake = await start();
      fake.control({ action: "key", state: "unknown" });
      const answer = await ask(fake, "/v2/me", { key });
      expect(answer.status).toBe(401);
      expect(answer.json?.error?.message).toBe("CustomThrottlerGuard - Invalid API Key");
      expect(answer.headers).not.toHaveProperty("x-ratelimit-limit-default");
    },
  );

  test("without the prefix of API keys is taken for an access token", async () => {
    const fake = await start();
    const answer = await ask(fake, "/v2/me", { key: "live_demo" });
    expect(answer.status).toBe(401);
    expect(answer.json?.error?.message).toContain("Invalid Access Token");
    expect(answer.headers["x-ratelimit-limit-default"]).toBe("500");
  });

  test("that is missing gets the sentence about methods", async () => {
    const fake = await start();
    const answer = await ask(fake, "/v2/me", { key: null });
    expect(answer.status).toBe(401);
    expect(answer.json?.error?.message).toBe(NO_METHOD);
  });

  test("with too small a scope gets 403", async () => {
    const fake = await start();
    fake.control({ action: "key", state: "insufficient-scope" });
    const answer = await ask(fake, "/v2/calendars");
    const message = "insufficient_scope: this endpoint is not available for third-party OAuth tokens";
    expect(answer.status).toBe(403);
    expect(answer.json?.error).toEqual({
      code: "ForbiddenException",
      message,
      details: { message, error: "Forbidden", statusCode: 403 },
    });
  });

  test("may be that of a token that looks and changes nothing", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "key", state: "read-only" });
    for (const path of ["/v2/me", "/v2/calendars", "/v2/calendars/google/check", "/v2/conferencing"]) {
      expect((await ask(fake, path)).status).toBe(200);
    }
    const body = { integration: "google_calendar", externalId: "dana@example.com", credentialId: 135 };
    const answer = await ask(fake, "/v2/selected-calendars", { method: "POST", body });
    expect([answer.status, answer.json?.error?.message]).toEqual([
      403,
      "insufficient_scope: token does not have the required scopes. Required: APPS_WRITE. Token has: APPS_READ, BOOKING_READ, EVENT_TYPE_READ, PROFILE_READ",
    ]);
    const unscoped = await ask(fake, "/v2/calendars/google/save?state={}");
    expect([unscoped.status, unscoped.json?.error?.message]).toEqual([
      403,
      "insufficient_scope: this endpoint is not available for third-party OAuth tokens",
    ]);
  });

  test("may be a managed user's token, which works from no page and no extension", async () => {
    const fake = await start();
    fake.control({ action: "key", state: "managed" });
    expect((await ask(fake, "/v2/me")).status).toBe(200);
    const answer = await ask(fake, "/v2/me", { headers: { Origin: "chrome-extension://abc" } });
    expect(answer.status).toBe(401);
    expect(answer.json?.error?.message).toMatch(/Invalid request origin .*'chrome-extension:\/\/abc'/);
  });

  test("that is an expired token gets 498 with a string for details", async () => {
    const fake = await start();
    fake.control({ action: "key", state: "token-expired" });
    const answer = await ask(fake, "/v2/calendars");
    expect(answer.status).toBe(498);
    expect(answer.json?.error).toMatchObject({
      code: "TokenExpiredException",
      details: expect.any(String),
    });
  });

  test("works again once it is valid", async () => {
    const fake = await start({ scenario: "key-expired" });
    expect((await ask(fake, "/v2/me")).status).toBe(401);
    fake.control({ action: "key", state: "valid" });
    expect((await ask(fake, "/v2/me")).status).toBe(200);
  });
});

describe("a key", () => {
  test("shows its own user and calendars, whoever else there is", async () => {
    const fake = await start({ scenario: "everyday" });
    const [dana] = fake.world.users;
    if (dana === undefined) {
      throw new Error("The scenario has no user.");
    }
    fake.world.users.push({
      ...structuredClone(dana),
      id: 5001,
      email: "sam@example.com",
      connections: [],
      destination: null,
    });
    fake.control({ action: "add-key", key: "cal_live_sam", userId: 5001 });
    expect((await ask(fake, "/v2/me", { key: "cal_live_sam" })).json?.data).toMatchObject({ id: 5001 });
    expect((await ask(fake, "/v2/calendars", { key: "cal_live_sam" })).json?.data).toEqual({
      connectedCalendars: [],
      destinationCalendar: {},
    });
    expect((await ask(fake, "/v2/me")).json?.data).toMatchObject({ id: 4412, email: "dana@example.com" });
  });

  test("whose user is gone gets 404", async () => {
    const fake = await start();
    fake.world.users.length = 0;
    const answer = await ask(fake, "/v2/calendars");
    expect([answer.status, answer.json?.error?.message]).toEqual([404, "User not found"]);
  });
});

describe("GET /v2/me", () => {
  test("shows the user with the keys of Cal.com's answer", async () => {
    const fake = await start();
    expect((await ask(fake, "/v2/me")).json).toEqual({
      status: "success",
      data: {
        id: 4412,
        username: "dana",
        email: "dana@example.com",
        name: "Dana Lopez",
        avatarUrl: null,
        bio: null,
        timeFormat: 12,
        defaultScheduleId: 98213,
        weekStart: "Sunday",
        timeZone: "Europe/Madrid",
        organizationId: null,
      },
    });
  });

  test("names the organisation of its members", async () => {
    const fake = await start({ scenario: "organisation-delegation" });
    const { json } = await ask(fake, "/v2/me");
    expect(json?.data).toMatchObject({ organizationId: 77, organization: { isPlatform: false, id: 77 } });
  });
});
