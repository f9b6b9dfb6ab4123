import { describe, expect, test } from "vitest";
import { ask, handClock, start } from "./testing.ts";
import { Throttle } from "./throttle.ts";

const LIMITS = { limit: 2, tokenLimit: 5, windowMs: 60_000, blockMs: 60_000 };

describe("the rate limit", () => {
  test("is 120 a minute for a key, counted down in headers, and without Retry-After", async () => {
    const fake = await start();
    const first = await ask(fake, "/v2/me");
    const second = await ask(fake, "/v2/calendars");
    expect(first.headers).toMatchObject({
      "x-ratelimit-limit-default": "120",
      "x-ratelimit-remaining-default": "119",
      "x-ratelimit-reset-default": "60",
    });
    expect(second.headers["x-ratelimit-remaining-default"]).toBe("118");
  });

  test("answers the 121st request of a minute with 429 in its own envelope", async () => {
    const fake = await start();
    for (let request = 0; request < 120; request += 1) {
      expect((await ask(fake, "/v2/me")).status).toBe(200);
    }
    const answer = await ask(fake, "/v2/me");
    const message = "CustomThrottlerGuard - Too many requests. Please try again later.";
    expect(answer.status).toBe(429);
    expect(answer.json?.error).toEqual({ code: "ThrottlerException", message, details: message });
    expect(answer.headers).toMatchObject({
      "x-ratelimit-remaining-default": "0",
      "x-ratelimit-reset-default": "60",
    });
    expect(answer.headers).not.toHaveProperty("retry-after");
  });

  test("opens again when its block is over", async () => {
    const clock = handClock();
    const fake = await start({ clock });
    fake.control({ action: "rate-limit", limit: 1 });
    const status = async () => (await ask(fake, "/v2/me")).status;
    expect([await status(), await status()]).toEqual([200, 429]);
    clock.pass(59_999);
    expect(await status()).toBe(429);
    clock.pass(1);
    expect(await status()).toBe(200);
  });

  test("comes before the key is looked at", async () => {
    const fake = await start();
    fake.control({ action: "rate-limit", limit: 1 });
    fake.control({ action: "key", state: "expired" });
    expect((await ask(fake, "/v2/me")).status).toBe(401);
    expect((await ask(fake, "/v2/me")).status).toBe(429);
  });

  test("counts every key, token and address by itself", async () => {
    const fake = await start();
    fake.control({ action: "rate-limit", limit: 1 });
    fake.control({ action: "add-key", key: "cal_other" });
    await ask(fake, "/v2/me");
    expect((await ask(fake, "/v2/me")).status).toBe(429);
    expect((await ask(fake, "/v2/me", { key: "cal_other" })).status).toBe(200);
    expect((await ask(fake, "/v2/me", { key: null })).status).toBe(401);
  });

  test("blocks for the whole block and then starts anew", () => {
    const throttle = new Throttle();
    const blocked = (now: number) => throttle.count("api_key_a", LIMITS, now).isBlocked;
    expect([blocked(0), blocked(1000), blocked(50_000)]).toEqual([false, false, true]);
    expect(blocked(109_999)).toBe(true);
    expect(blocked(110_000)).toBe(false);
  });

  test("starts anew when its window is over", () => {
    const throttle = new Throttle();
    throttle.count("api_key_a", LIMITS, 0);
    const { headers } = throttle.count("api_key_a", LIMITS, 60_000);
    expect(headers["X-RateLimit-Remaining-Default"]).toBe("1");
  });

  test("tells the seconds that are left", () => {
    const throttle = new Throttle();
    throttle.count("api_key_a", LIMITS, 0);
    const { headers } = throttle.count("api_key_a", LIMITS, 2500);
    expect(headers["X-RateLimit-Reset-Default"]).toBe("58");
  });

  test("is wider for bearer values that are no API keys", () => {
    const { headers } = new Throttle().count("access_token_a", LIMITS, 0);
    expect(headers["X-RateLimit-Limit-Default"]).toBe("5");
  });
});
