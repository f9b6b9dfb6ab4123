import { describe, expect, test } from "vitest";
import { ask, start } from "./testing.ts";

describe("cross-origin requests", () => {
  test("may come from everywhere, with nothing exposed", async () => {
    const fake = await start();
    const { headers } = await ask(fake, "/v2/me", { headers: { Origin: "https://page.example" } });
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(headers).not.toHaveProperty("access-control-expose-headers");
  });

  test("are allowed with Cal.com's methods and headers for a day", async () => {
    const fake = await start();
    const answer = await ask(fake, "/v2/calendars", { method: "OPTIONS", key: null });
    expect(answer.status).toBe(204);
    expect(answer.headers).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET,PATCH,DELETE,HEAD,POST,PUT,OPTIONS",
      "access-control-allow-headers":
        "x-cal-client-id,x-cal-secret-key,x-cal-platform-embed,cal-api-version,Accept,Authorization,Content-Type,Origin",
      "access-control-max-age": "86400",
    });
    expect(answer.headers).not.toHaveProperty("x-ratelimit-limit-default");
  });

  test("are allowed on errors too", async () => {
    const fake = await start();
    const { headers } = await ask(fake, "/v2/me", { key: null });
    expect(headers["access-control-allow-origin"]).toBe("*");
  });
});

describe("the ETag", () => {
  test("is weak, the same for the same body, and makes a 304 that still counts", async () => {
    const fake = await start({ scenario: "everyday" });
    const first = await ask(fake, "/v2/calendars");
    const { etag = "" } = first.headers;
    expect(etag).toMatch(/^W\/"[0-9a-f]+-.{27}"$/);
    const second = await ask(fake, "/v2/calendars", { headers: { "If-None-Match": etag } });
    expect([second.status, second.text]).toEqual([304, ""]);
    expect(second.headers["x-ratelimit-remaining-default"]).toBe("118");
  });

  test("is passed over when the client wants no cached answer", async () => {
    const fake = await start();
    const { etag = "" } = (await ask(fake, "/v2/me")).headers;
    const headers = { "If-None-Match": etag, "Cache-Control": "no-cache" };
    expect((await ask(fake, "/v2/me", { headers })).status).toBe(200);
  });
});

describe("other headers", () => {
  test("are those of helmet", async () => {
    const fake = await start();
    const { headers } = await ask(fake, "/v2/me");
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "SAMEORIGIN",
      "content-type": "application/json; charset=utf-8",
    });
  });

  test("are a request id that is new each time, and leave to keep the answer for no time", async () => {
    const fake = await start();
    const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
    const ids = new Set<unknown>();
    const asked = [
      await ask(fake, "/v2/me"),
      await ask(fake, "/v2/me"),
      await ask(fake, "/v2/nothing"),
      await ask(fake, "/v2/me", { key: "cal_unknown" }),
    ];
    for (const { headers } of asked) {
      expect(headers["x-request-id"]).toMatch(uuid);
      expect(headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
      ids.add(headers["x-request-id"]);
    }
    expect(ids.size).toBe(asked.length);
    const preflight = await ask(fake, "/v2/me", { method: "OPTIONS", key: null });
    expect(preflight.headers["x-request-id"]).toMatch(uuid);
    fake.control({ action: "server", mode: "html-502" });
    expect((await ask(fake, "/v2/me")).headers["x-request-id"]).toMatch(uuid);
  });

  test("are those of the network in front of Cal.com", async () => {
    const fake = await start();
    const { headers } = await ask(fake, "/v2/me");
    expect(headers["x-vercel-id"]).toMatch(/^fra1::pdx1::/);
    expect(headers["cf-ray"]).toMatch(/-FRA$/);
    expect(headers["set-cookie"]?.[0]).toMatch(/^__cf_bm=.*HttpOnly/);
  });
});

describe("a route", () => {
  test.for([
    ["GET", "/v2/nothing?a=1"],
    ["POST", "/v2/calendars"],
    ["GET", "/v1/me"],
  ] as const)("that does not exist (%s %s) is 404 before limit and key", async ([method, path]) => {
    const fake = await start();
    const answer = await ask(fake, path, { method, key: null });
    const message = `Cannot ${method} ${path}`;
    expect(answer.status).toBe(404);
    expect(answer.json).toMatchObject({
      path,
      error: {
        code: "NotFoundException",
        message,
        details: { message, error: "Not Found", statusCode: 404 },
      },
    });
    expect(answer.headers).not.toHaveProperty("x-ratelimit-limit-default");
  });

  test("is found below /api/v2 as well, unless that is switched off", async () => {
    const fake = await start();
    expect((await ask(fake, "/api/v2/me")).status).toBe(200);
    expect((await ask(fake, "/api/v2/nothing")).json?.path).toBe("/v2/nothing");
    fake.control({ action: "alias", on: false });
    const answer = await ask(fake, "/api/v2/me");
    expect(answer.status).toBe(404);
    expect(answer.headers["content-type"]).toContain("text/html");
    expect((await ask(fake, "/v2/me")).status).toBe(200);
  });

  test("may exist for some versions of the API only", async () => {
    const fake = await start({ scenario: "booked" });
    const status = async (path: string, version?: string) =>
      (await ask(fake, path, { headers: version === undefined ? {} : { "cal-api-version": version } }))
        .status;
    const uid = fake.world.users[0]?.bookings[0]?.uid;
    expect(await status(`/v2/bookings/${uid}/references`)).toBe(404);
    expect(await status(`/v2/bookings/${uid}/references`, "2024-08-13")).toBe(200);
    expect(await status("/v2/event-types", "2024-08-13")).toBe(404);
    expect(await status("/v2/calendars", "2024-08-13")).toBe(200);
    expect(await status("/v2/calendars", "2020-01-01")).toBe(200);
  });

  test("answers HEAD as GET without a body", async () => {
    const fake = await start();
    const answer = await ask(fake, "/v2/me", { method: "HEAD" });
    expect([answer.status, answer.text]).toEqual([200, ""]);
  });
});

describe("a body", () => {
  test("that is broken JSON gets 400", async () => {
    const fake = await start();
    const answer = await ask(fake, "/v2/selected-calendars", {
      method: "POST",
      body: "{no",
      headers: { "Content-Type": "application/json" },
    });
    expect([answer.status, answer.json?.error?.code]).toEqual([400, "BadRequestException"]);
  });
});
