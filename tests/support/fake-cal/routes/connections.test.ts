import { describe, expect, test } from "vitest";
import { ask, calendars, start } from "../testing.ts";

describe("POST /v2/calendars/{calendar}/disconnect", () => {
  test("takes the credential and its selections away, whatever type the path names", async () => {
    const fake = await start({ scenario: "everyday" });
    const answer = await ask(fake, "/v2/calendars/apple/disconnect", { method: "POST", body: { id: 135 } });
    expect(answer.status).toBe(200);
    expect(answer.json?.data).toEqual({
      id: 135,
      type: "google_calendar",
      userId: 4412,
      teamId: null,
      appId: "google-calendar",
      invalid: false,
    });
    expect((await calendars(fake)).connectedCalendars).toHaveLength(1);
    expect(fake.world.users[0]?.selections).toHaveLength(1);
  });

  test("is 404 for somebody else's credential, and 400 for a type or an id that makes no sense", async () => {
    const fake = await start({ scenario: "everyday" });
    const post = (path: string, body: unknown) => ask(fake, path, { method: "POST", body });
    const foreign = await post("/v2/calendars/google/disconnect", { id: 9 });
    expect([foreign.status, foreign.json?.error?.message]).toEqual([404, "Calendar credentials not found"]);
    expect((await post("/v2/calendars/caldav/disconnect", { id: 135 })).status).toBe(400);
    expect((await post("/v2/calendars/google/disconnect", { id: "135" })).status).toBe(400);
  });
});

describe("POST /v2/calendars/ics-feed/save", () => {
  test("keeps every feed in one credential, and replaces them", async () => {
    const fake = await start({ scenario: "everyday" });
    const save = (urls: unknown) =>
      ask(fake, "/v2/calendars/ics-feed/save", { method: "POST", body: { urls } });
    const first = await save(["https://feeds.example.com/a.ics", "https://feeds.example.com/b.ics"]);
    const second = await save(["https://feeds.example.com/c.ics"]);
    expect(first.status).toBe(201);
    expect(second.json?.data).toEqual(first.json?.data);
    expect(first.json?.data).toMatchObject({ type: "ics-feed_calendar", appId: "ics-feed", teamId: null });
    const { connectedCalendars } = await calendars(fake);
    const feeds = connectedCalendars.find(({ integration }) => integration.type === "ics-feed_calendar");
    expect(feeds?.calendars?.map(({ externalId }) => externalId)).toEqual([
      "https://feeds.example.com/c.ics",
    ]);
  });

  test.for<[unknown]>([[["https://example.com/page.html"]], [[]], ["https://a.example/a.ics"]])(
    "is 400 for %j",
    async ([urls]) => {
      const fake = await start();
      const answer = await ask(fake, "/v2/calendars/ics-feed/save", { method: "POST", body: { urls } });
      expect(answer.status).toBe(400);
      expect(answer.json?.error?.message).toBe("Could not add ICS feeds, try using private ics feed.");
    },
  );
});

describe("GET /v2/calendars/{calendar}/connect", () => {
  test("gives an address whose state carries the caller's own key", async () => {
    const fake = await start();
    const { json } = await ask(fake, "/v2/calendars/google/connect?isDryRun=false");
    const authUrl = String((json?.data as { authUrl?: unknown } | undefined)?.authUrl);
    expect(authUrl).toMatch(/^https:\/\/accounts\.google\.com\//);
    const state = JSON.parse(new URL(authUrl).searchParams.get("state") ?? "");
    expect(state).toMatchObject({ accessToken: "cal_live_demo", isDryRun: false });
  });

  test("is 400 for a type that has none", async () => {
    const fake = await start();
    expect((await ask(fake, "/v2/calendars/apple/connect")).status).toBe(400);
  });
});
