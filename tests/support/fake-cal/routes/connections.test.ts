import { describe, expect, test } from "vitest";
import type { FakeCal } from "../server.ts";
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

  test("takes the destinations with it that were made with the credential, whatever app they name", async () => {
    const fake = await start({ scenario: "destination-moved" });
    fake.control({ action: "add-event-type", title: "Review", eventTypeId: 3001 });
    fake.control({ action: "event-type-destination", eventTypeId: 3001, externalId: "dana@example.com" });
    await calendars(fake);
    const [user] = fake.world.users;
    expect(user?.destination).toMatchObject({ integration: "google_calendar", credentialId: 212 });
    await ask(fake, "/v2/calendars/office365/disconnect", { method: "POST", body: { id: 212 } });
    expect(user?.destination).toBeNull();
    expect(user?.eventTypes[0]?.destination).toMatchObject({ credentialId: 135 });
    await ask(fake, "/v2/calendars/google/disconnect", { method: "POST", body: { id: 135 } });
    expect(user?.eventTypes[0]?.destination).toBeNull();
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
  const save = (fake: FakeCal, urls: unknown) =>
    ask(fake, "/v2/calendars/ics-feed/save", { method: "POST", body: { urls } });

  test("makes a credential for every save, and selects nothing", async () => {
    const fake = await start({ scenario: "everyday" });
    const first = await save(fake, ["https://feeds.example.com/a.ics", "http://feeds.example.com/b.ics"]);
    const second = await save(fake, ["https://feeds.example.com/c.ics"]);
    expect(first.status).toBe(201);
    expect(first.json?.data).toEqual({
      id: 501,
      type: "ics-feed_calendar",
      userId: 4412,
      teamId: null,
      appId: "ics-feed",
      invalid: false,
    });
    expect(second.json?.data).toMatchObject({ id: 502 });
    const { connectedCalendars } = await calendars(fake);
    const feeds = connectedCalendars.filter(({ integration }) => integration.type === "ics-feed_calendar");
    expect(feeds.map((entry) => entry.calendars?.map(({ isSelected }) => isSelected))).toEqual([
      [false, false],
      [false],
    ]);
  });

  test.for<[unknown]>([
    [["https://example.com/page.html"]],
    [["ftp://example.com/a.ics"]],
    [["a.ics"]],
    [[]],
    ["https://a.example/a.ics"],
  ])("is a validation 400 for %j", async ([urls]) => {
    const fake = await start();
    const answer = await save(fake, urls);
    expect([answer.status, answer.json?.error?.message]).toEqual([400, "Bad Request Exception"]);
  });

  test("is 400 in its own words when one of the feeds cannot be read", async () => {
    const fake = await start({ scenario: "everything-wrong" });
    const lost = "https://feeds.example.com/private-abc123/rota.ics";
    for (const url of ["https://nowhere.invalid/a.ics", lost]) {
      const answer = await save(fake, ["https://feeds.example.com/a.ics", url]);
      expect([answer.status, answer.json?.error?.message]).toEqual([
        400,
        "Could not add ICS feeds, try using private ics feed.",
      ]);
    }
  });
});

describe("POST /v2/calendars/apple/credentials", () => {
  const save = (fake: FakeCal, body: object, calendar = "apple") =>
    ask(fake, `/v2/calendars/${calendar}/credentials`, { method: "POST", body });

  test("adds a new Apple ID with nothing selected", async () => {
    const fake = await start({ scenario: "everyday" });
    const answer = await save(fake, { username: "dana@me.example", password: "abcd-efgh" });
    expect([answer.status, answer.json]).toEqual([201, { status: "success" }]);
    const [apple] = (await calendars(fake)).connectedCalendars;
    expect(apple).toMatchObject({ integration: { type: "apple_calendar" }, primary: { isSelected: false } });
  });

  test("updates a known Apple ID in place, selections and all", async () => {
    const fake = await start({ scenario: "apple-and-caldav" });
    fake.control({ action: "break", credentialId: 301, how: "failing" });
    await save(fake, { username: "dana@icloud.example", password: "abcd-efgh" });
    const { connectedCalendars } = await calendars(fake);
    expect(connectedCalendars.map(({ credentialId }) => credentialId)).toEqual([301, 340]);
    expect(connectedCalendars[0]).toMatchObject({ primary: { name: "Home", isSelected: true } });
  });

  test.for<[object, string, string]>([
    [{ username: "d", password: "abcd" }, "apple", "Username or password cannot be empty"],
    [{ username: "dana", password: "" }, "apple", "Username or password cannot be empty"],
    [
      { username: "dana", password: "wrong" },
      "apple",
      "Could not add this apple calendar account: Invalid credentials",
    ],
    [{ username: "dana" }, "apple", "Bad Request Exception"],
    [{ username: "dana", password: "abcd" }, "google", "Invalid calendar type, available calendars are: "],
  ])("is 400 for %j to %s", async ([body, calendar, message]) => {
    const fake = await start();
    const answer = await save(fake, body, calendar);
    expect([answer.status, answer.json?.error?.message]).toEqual([400, message]);
  });
});

describe("GET /v2/calendars/{calendar}/save", () => {
  const state = (more: object) => {
    const fields = { accessToken: "cal_live_demo", origin: "https://a.example", redir: "", ...more };
    return encodeURIComponent(JSON.stringify(fields));
  };

  test("sends on without a key, and without saving when there is no code or the run is dry", async () => {
    const fake = await start({ scenario: "none-connected" });
    const path = "/v2/calendars/google/save";
    const denied = await ask(fake, `${path}?state=${state({})}`, { key: null });
    expect([denied.status, denied.headers.location]).toEqual([301, "https://a.example"]);
    const dry = state({ redir: "https://b.example/", isDryRun: true });
    const answer = await ask(fake, `${path}?code=x&state=${dry}`, { key: null });
    expect([answer.status, answer.headers.location]).toEqual([301, "https://b.example/"]);
    expect((await calendars(fake)).connectedCalendars).toEqual([]);
  });

  test("finds no owner for an API key, and no sense in another state", async () => {
    const fake = await start();
    const path = "/v2/calendars/office365/save";
    const answer = await ask(fake, `${path}?code=x&state=${state({})}`, { key: null });
    expect([answer.status, answer.json?.error?.message]).toEqual([401, "Invalid Access token."]);
    const bad = await ask(fake, `${path}?code=x&state=no`, { key: null });
    expect([bad.status, bad.json?.error?.code]).toEqual([400, "BAD_REQUEST"]);
    expect((await ask(fake, `/v2/calendars/apple/save?state=${state({})}`, { key: null })).status).toBe(400);
  });
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

  test("is 400 for a type that has none, and for a dry run that is neither true nor false", async () => {
    const fake = await start();
    expect((await ask(fake, "/v2/calendars/google/connect?isDryRun=maybe")).status).toBe(400);
    expect((await ask(fake, "/v2/calendars/apple/connect")).status).toBe(400);
  });
});
