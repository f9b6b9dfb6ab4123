import { describe, expect, test } from "vitest";
import { ask, calendars, calendarsOf, entryOf, start } from "../testing.ts";
import { ACTION_NAMES } from "./actions.ts";
import { ControlError } from "./fields.ts";

const GOOGLE = "dana@example.com";

describe("control over HTTP", () => {
  test("does what the library does, and says so", async () => {
    const fake = await start({ scenario: "everyday" });
    const body = { action: "break", credentialId: 135, how: "revoked" };
    const answer = await ask(fake, "/control", { method: "POST", key: null, body });
    expect([answer.status, answer.text]).toEqual([200, '{"done":"Google Calendar 135: revoked."}']);
    expect((await entryOf(fake, 135))?.error?.message).toBe("Access token expired or revoked");
  });

  test.for<[string, string | object, string]>([
    ["no JSON", "{", "The body is not JSON"],
    ["no object", "[]", 'A control request is a JSON object with an "action".'],
    ["an unknown action", { action: "explode" }, 'There is no action "explode". Actions: scenario,'],
    ["a prototype's name for action", { action: "toString" }, 'There is no action "toString".'],
    [
      "an unknown scenario",
      { action: "scenario", name: "x" },
      'There is no scenario "x". Scenarios: all-well,',
    ],
    ["no connection", { action: "break", how: "revoked" }, '"credentialId" is missing'],
    [
      "an unknown connection",
      { action: "mend", credentialId: 9 },
      "There is no connection with the credential 9.",
    ],
    [
      "an unknown fault",
      { action: "break", credentialId: 135, how: "x" },
      '"how" must be one of none, revoked,',
    ],
    ["an unknown calendar", { action: "drop", externalId: "x" }, 'There is no calendar "x".'],
    ["an unknown user", { action: "mend", credentialId: 135, userId: 7 }, "There is no user 7."],
    ["an unknown mode", { action: "server", mode: "x" }, '"mode" must be one of normal, gone,'],
    ["an unknown key", { action: "key", state: "expired", key: "x" }, 'There is no key "x".'],
    ["a negative time", { action: "slow", ms: -1 }, '"ms" must be a whole number from 0 up, but is -1.'],
    ["a flag that is none", { action: "alias", on: "yes" }, '"on" must be true or false, but is "yes".'],
    ["headers that are none", { action: "server", mode: "gone", headers: [] }, '"headers" must be an object'],
    ["an event type that is none", { action: "book", eventTypeId: 9 }, "There is no event type 9."],
    [
      "a time that is none",
      { action: "book", start: "soon" },
      '"start" must be a time in ISO 8601, but is "soon".',
    ],
    [
      "an unknown booking",
      { action: "booking-status", uid: "x", status: "accepted" },
      'There is no booking "x".',
    ],
    [
      "a remover that is none",
      { action: "disconnect", credentialId: 135, as: "x" },
      '"as" must be one of api, web-app,',
    ],
    ["an unknown app", { action: "connect", type: "x", email: "a@b" }, '"type" must be a calendar app'],
  ])("refuses %s with a sentence", async ([, body, sentence]) => {
    const fake = await start({ scenario: "everyday" });
    const answer = await ask(fake, "/control", { method: "POST", body });
    expect(answer.status).toBe(400);
    expect((answer.json as { error?: unknown })?.error).toContain(sentence);
  });

  test("is refused to pages of other origins and to other names of this machine", async () => {
    const fake = await start();
    const status = async (headers: Record<string, string>) =>
      (await ask(fake, "/control/state", { headers })).status;
    expect(await status({ Origin: "https://page.example" })).toBe(403);
    expect(await status({ Host: `rebound.example:${fake.port}` })).toBe(403);
    expect(await status({ Origin: fake.url })).toBe(200);
  });

  test("shows the state without any request's key, and is not in the log itself", async () => {
    const fake = await start({ scenario: "everyday" });
    await ask(fake, "/v2/me", { key: "cal_live_secret" });
    const { json, text } = await ask(fake, "/control/state");
    expect(text).not.toContain("cal_live_secret");
    expect(json).toMatchObject({
      scenario: "everyday",
      keys: [{ key: "cal_live_demo" }],
      requests: [{ method: "GET", path: "/v2/me", status: 401 }],
    });
    expect(fake.requests).toHaveLength(1);
  });

  test("has a page with its style and its scripts", async () => {
    const fake = await start();
    const page = await ask(fake, "/", { key: null });
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    const files = [...page.text.matchAll(/(?:href|src)="(\/control\/[^"]+)"/g)].map(([, file]) => file ?? "");
    expect(files).toHaveLength(3);
    for (const file of [...files, "/control/draw.js", "/control/meetings.js"]) {
      expect((await ask(fake, file)).status).toBe(200);
    }
  });

  test("answers other paths of its own with 404", async () => {
    const fake = await start();
    expect((await ask(fake, "/control/../server.ts")).status).toBe(404);
    expect((await ask(fake, "/control/server.ts")).status).toBe(404);
  });
});

describe("control of a calendar", () => {
  test.for<[string, object, object | undefined]>([
    ["drop", {}, undefined],
    ["read-only", {}, { readOnly: true }],
    ["unselect", {}, { isSelected: false }],
    ["rename", { name: "Mine" }, { name: "Mine" }],
    ["rename", { name: null }, { name: "No name" }],
  ])("%s is seen in the next answer", async ([action, more, expected]) => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action, externalId: GOOGLE, ...more });
    const found = (await calendarsOf(fake, 135)).find(({ externalId }) => externalId === GOOGLE);
    if (expected === undefined) {
      expect(found).toBeUndefined();
    } else {
      expect(found).toMatchObject(expected);
    }
  });

  test("can be taken back", async () => {
    const fake = await start({ scenario: "everyday" });
    const before = await calendars(fake);
    fake.control({ action: "read-only", externalId: GOOGLE });
    fake.control({ action: "read-only", externalId: GOOGLE, readOnly: false });
    fake.control({ action: "unselect", externalId: GOOGLE });
    fake.control({ action: "select", externalId: GOOGLE });
    fake.control({ action: "drop", externalId: GOOGLE });
    fake.control({ action: "bring", externalId: GOOGLE });
    expect(await calendars(fake)).toEqual(before);
  });

  test("says when an integration does not pass on that it is read-only", async () => {
    const fake = await start({ scenario: "apple-and-caldav" });
    const externalId = "https://caldav.icloud.com/20961146906/calendars/home/";
    expect(fake.control({ action: "read-only", externalId })).toContain("does not pass that on");
    expect((await calendarsOf(fake, 301))[0]?.readOnly).toBe(false);
  });

  test("can give one another id, as Outlook does, while what was chosen keeps the old one", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "change-id", externalId: "AAMkAGQ1ZmFkLWVu0AAA=", newId: "AAMkNEW=" });
    expect((await calendarsOf(fake, 212))[0]).toMatchObject({ externalId: "AAMkNEW=", isSelected: false });
    fake.control({ action: "change-id", externalId: "AAMkNEW=" });
    expect((await calendarsOf(fake, 212))[0]?.externalId).toBe("AAMkNEWmoved=");
  });

  test("can add one, and make it the destination", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "add-calendar", credentialId: 212, externalId: "new", name: "New" });
    fake.control({ action: "destination", externalId: "new" });
    expect((await calendars(fake)).destinationCalendar).toMatchObject({
      externalId: "new",
      credentialId: 212,
    });
  });

  test("can blank the destination", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "no-destination", blank: true });
    expect(fake.world.users[0]?.destination).toMatchObject({ externalId: "", id: 871 });
  });
});

describe("control of a connection", () => {
  test("mends everything at once", async () => {
    const fake = await start({ scenario: "everything-wrong" });
    fake.control({ action: "mend-all" });
    const { connectedCalendars } = await calendars(fake);
    expect(connectedCalendars.filter(({ error }) => error !== undefined)).toEqual([]);
  });

  test("connects another account", async () => {
    const fake = await start({ scenario: "none-connected" });
    fake.control({ action: "connect", type: "zoho_calendar", email: "dana@zoho.example" });
    expect((await calendars(fake)).connectedCalendars).toMatchObject([
      { integration: { type: "zoho_calendar" }, primary: { externalId: "dana@zoho.example" } },
    ]);
  });
});

describe("control of the server", () => {
  test("changes the scenario under those who hold the world", async () => {
    const fake = await start({ scenario: "everyday", cacheMs: 60_000 });
    const { world } = fake;
    fake.control({ action: "rate-limit", limit: 500 });
    await calendars(fake);
    fake.control({ action: "scenario", name: "none-connected" });
    expect((await calendars(fake)).connectedCalendars).toEqual([]);
    expect(world.scenario).toBe("none-connected");
    expect(world.server).toMatchObject({ cacheMs: 60_000, rateLimit: { limit: 500 } });
  });

  test("throws the sentence in the library", async () => {
    const fake = await start();
    expect(() => fake.control({ action: "explode" })).toThrow(ControlError);
    expect(ACTION_NAMES).toContain("scenario");
  });

  test("empties the log that others hold", async () => {
    const fake = await start();
    const { requests } = fake;
    await ask(fake, "/v2/me");
    expect(requests).toHaveLength(1);
    fake.control({ action: "clear-requests" });
    expect(requests).toHaveLength(0);
  });
});
