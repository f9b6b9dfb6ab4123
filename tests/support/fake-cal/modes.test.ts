import { describe, expect, test } from "vitest";
import type { ModeKind } from "./server-state.ts";
import { ask, calendars, handClock, start } from "./testing.ts";

describe("the server", () => {
  test.for<[ModeKind, number]>([
    ["html-502", 502],
    ["html-200", 200],
    ["edge-429", 429],
    ["no-api-v2", 404],
  ])("in mode %s answers a page with %i", async ([mode, status]) => {
    const fake = await start();
    fake.control({ action: "server", mode });
    const answer = await ask(fake, "/v2/me");
    expect(answer.status).toBe(status);
    expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(answer.headers).not.toHaveProperty("x-ratelimit-limit-default");
    expect(answer.text).toContain("<!DOCTYPE html>");
  });

  test("dates its answers, as much ahead as it is told, or not at all", async () => {
    const fake = await start();
    const dated = async () => (await ask(fake, "/v2/me")).headers.date;
    const before = Date.now();
    expect(Math.abs(Date.parse((await dated()) ?? "") - before)).toBeLessThan(60_000);
    fake.control({ action: "date", aheadMs: -86_400_000 });
    expect(Date.parse((await dated()) ?? "")).toBeLessThan(before - 86_000_000);
    fake.control({ action: "date", sent: false });
    expect(await dated()).toBeUndefined();
  });

  test("without API v2 has none below /api/v2 either", async () => {
    const fake = await start();
    fake.control({ action: "server", mode: "no-api-v2" });
    expect((await ask(fake, "/api/v2/me")).status).toBe(404);
  });

  test("can fail with Nest's bare 500", async () => {
    const fake = await start();
    fake.control({ action: "server", mode: "nest-500" });
    const answer = await ask(fake, "/v2/calendars");
    expect([answer.status, answer.json]).toEqual([
      500,
      { statusCode: 500, message: "Internal server error" },
    ]);
  });

  test("can fail with an envelope that has no details", async () => {
    const fake = await start();
    fake.control({ action: "server", mode: "envelope-500" });
    const answer = await ask(fake, "/v2/calendars");
    expect(answer.status).toBe(500);
    expect(answer.json?.error).toEqual({
      code: "INTERNAL_SERVER_ERROR",
      message: "There was an error, please try again later.",
    });
  });

  test("could fail with an envelope of its own, before Nest was left to it", async () => {
    const fake = await start();
    fake.control({ action: "server", mode: "older-500" });
    const answer = await ask(fake, "/v2/calendars");
    expect([answer.status, answer.json?.error]).toEqual([
      500,
      { code: "INTERNAL_SERVER_ERROR", message: "Internal server error." },
    ]);
  });

  test("can lose the row that two reads were after, which is told by the list alone", async () => {
    const fake = await start();
    fake.control({ action: "server", mode: "record-404" });
    const answer = await ask(fake, "/v2/calendars");
    expect([answer.status, answer.json?.error]).toEqual([
      404,
      { code: "NOT_FOUND", message: "Invalid Query: The requested record was not found." },
    ]);
    expect((await ask(fake, "/v2/me")).status).toBe(200);
  });

  test.for<[ModeKind, number, string]>([
    ["startup-500", 500, "Internal Server Error: Initialization Failed"],
    ["timeout-504", 504, "FUNCTION_INVOCATION_TIMEOUT"],
  ])("in mode %s answers %i in plain text", async ([mode, status, words]) => {
    const fake = await start();
    fake.control({ action: "server", mode });
    const answer = await ask(fake, "/v2/calendars");
    expect([answer.status, answer.headers["content-type"]]).toEqual([status, "text/plain; charset=utf-8"]);
    expect(answer.text).toContain(words);
  });

  test("can be a web app whose proxy leads to an API that does not run", async () => {
    const fake = await start();
    fake.control({ action: "server", mode: "proxy-to-nothing" });
    const proxied = await ask(fake, "/api/v2/me");
    expect([proxied.status, proxied.headers["content-type"]]).toEqual([500, "text/plain; charset=utf-8"]);
    const direct = await ask(fake, "/v2/me");
    expect([direct.status, direct.headers["content-type"]]).toEqual([404, "text/html; charset=utf-8"]);
  });

  test.for<[ModeKind, number, string]>([
    ["envelope-401", 401, "ApiAuthStrategy - api key - Your api key is not valid"],
    ["envelope-403", 403, "PermissionsGuard - the user does not have the required permissions"],
    ["envelope-404", 404, "Calendar credentials not found"],
  ])("in mode %s refuses with %i in Cal.com's envelope", async ([mode, status, message]) => {
    const fake = await start();
    fake.control({ action: "server", mode, path: "/v2/calendars" });
    const answer = await ask(fake, "/v2/calendars");
    expect([answer.status, answer.json?.error?.message]).toEqual([status, message]);
    expect((await ask(fake, "/v2/me")).status).toBe(200);
  });

  test("can be made to limit, with the headers of the day", async () => {
    const fake = await start();
    fake.control({ action: "server", mode: "rate-limited", headers: { "Retry-After": "7" } });
    const answer = await ask(fake, "/v2/calendars");
    expect([answer.status, answer.json?.error?.code]).toEqual([429, "ThrottlerException"]);
    expect(answer.headers).toMatchObject({ "retry-after": "7", "x-ratelimit-remaining-default": "0" });
  });

  test("limits without Retry-After unless it is told to send one", async () => {
    const fake = await start();
    fake.control({ action: "server", mode: "rate-limited" });
    expect((await ask(fake, "/v2/calendars")).headers).not.toHaveProperty("retry-after");
  });

  test("can cut the JSON off", async () => {
    const fake = await start();
    fake.control({ action: "server", mode: "truncated" });
    const answer = await ask(fake, "/v2/me");
    expect([answer.status, answer.json]).toEqual([200, undefined]);
    expect(answer.text).toMatch(/^\{"status":"success"/);
  });

  test("can break the connection in the middle of a body", async () => {
    const fake = await start();
    fake.control({ action: "server", mode: "cut-off" });
    await expect(ask(fake, "/v2/me")).rejects.toThrow();
  });

  test("can answer more than five megabytes that would be good", async () => {
    const fake = await start();
    fake.control({ action: "server", mode: "oversize" });
    const answer = await ask(fake, "/v2/me");
    expect(answer.text.length).toBeGreaterThan(5 * 1024 * 1024);
    expect(answer.json?.data).toMatchObject({ id: 4412 });
  });

  test("can redirect to a login page", async () => {
    const fake = await start();
    fake.control({ action: "server", mode: "redirect" });
    const answer = await ask(fake, "/v2/me");
    expect([answer.status, answer.headers.location]).toEqual([302, "/auth/login"]);
    expect((await ask(fake, "/api/v2/anything")).status).toBe(302);
    expect((await ask(fake, "/auth/login")).headers["content-type"]).toContain("text/html");
  });

  test("can be slow", async () => {
    const clock = handClock();
    const fake = await start({ clock });
    fake.control({ action: "slow", ms: 120 });
    expect((await ask(fake, "/v2/me")).status).toBe(200);
    expect(clock.waits).toEqual([120]);
  });

  test("can hang", async () => {
    const fake = await start();
    fake.control({ action: "server", mode: "hang" });
    await expect(ask(fake, "/v2/me", { signal: AbortSignal.timeout(150) })).rejects.toThrow();
    expect(fake.requests.at(-1)).toMatchObject({ path: "/v2/me", status: 0 });
  });

  test("can do what it is asked for and never answer", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "server", mode: "mute", path: "/v2/selected-calendars" });
    const body = {
      integration: "google_calendar",
      externalId: "family0123@group.calendar.google.com",
      credentialId: 135,
    };
    const how = { method: "POST", body, signal: AbortSignal.timeout(150) };
    await expect(ask(fake, "/v2/selected-calendars", how)).rejects.toThrow();
    expect(fake.requests.at(-1)).toMatchObject({ method: "POST", status: 0 });
    const [google] = (await calendars(fake)).connectedCalendars;
    expect(google?.calendars?.find(({ name }) => name === "Family")?.isSelected).toBe(true);
  });

  test("can go away, preflight included, and come back, while its control stays", async () => {
    const fake = await start();
    fake.control({ action: "server", mode: "gone" });
    await expect(ask(fake, "/v2/me")).rejects.toMatchObject({ code: "ECONNRESET" });
    await expect(ask(fake, "/v2/me", { method: "OPTIONS" })).rejects.toMatchObject({ code: "ECONNRESET" });
    expect((await ask(fake, "/control/state")).status).toBe(200);
    const back = await ask(fake, "/control", { method: "POST", body: { action: "server", mode: "normal" } });
    expect(back.status).toBe(200);
    expect((await ask(fake, "/v2/me")).status).toBe(200);
  });
});

describe("a mode", () => {
  test("ends after as many requests as it was given", async () => {
    const fake = await start();
    fake.control({ action: "server", mode: "html-502", times: 2 });
    const seen = [];
    for (let request = 0; request < 3; request += 1) {
      seen.push((await ask(fake, "/v2/me")).status);
    }
    expect(seen).toEqual([502, 502, 200]);
  });

  test("can hold for some paths only", async () => {
    const fake = await start();
    fake.control({ action: "server", mode: "html-502", path: "/v2/calendars" });
    expect((await ask(fake, "/v2/me")).status).toBe(200);
    expect((await ask(fake, "/v2/calendars")).status).toBe(502);
    expect((await ask(fake, "/api/v2/calendars")).status).toBe(502);
    fake.control({ action: "server", mode: "html-502", path: ["/v2/calendars/", "/v2/me"] });
    expect((await ask(fake, "/v2/me")).status).toBe(502);
    expect((await ask(fake, "/v2/calendars")).status).toBe(200);
    expect(() => fake.control({ action: "server", mode: "gone", path: ["/v2/me", 1] })).toThrow(
      '"path" must be a text, but is 1.',
    );
  });
});

test("a request is open until it is answered, or until who asked gives it up", async () => {
  const fake = await start();
  await ask(fake, "/v2/me");
  expect(fake.openRequests()).toBe(0);
  fake.control({ action: "server", mode: "hang" });
  const giveUp = new AbortController();
  const asked = ask(fake, "/v2/me", { signal: giveUp.signal });
  await expect.poll(fake.openRequests).toBe(1);
  giveUp.abort();
  await expect(asked).rejects.toThrow();
  await expect.poll(fake.openRequests).toBe(0);
});
