import { describe, expect, it } from "vitest";
import { dateOf, rateHint, retryAfterSeconds } from "./hints.ts";

const NOW = Date.parse("2026-01-05T09:00:00Z");
const waitOf = (status: number, headers: Record<string, string>) =>
  retryAfterSeconds(status, new Map(Object.entries(headers)), NOW);

describe("Retry-After", () => {
  it.each([
    ["120", 120],
    [" 120 ", 120],
    ["0", null],
    ["-1", null],
    ["+5", null],
    ["1e3", null],
    ["", null],
    ["tomorrow", null],
    ["120, 60", null],
    ["Mon, 05 Jan 2026 09:00:30 GMT", 30],
    ["Monday, 05-Jan-26 09:00:30 GMT", 30],
    ["Mon Jan  5 09:00:30 2026", 30],
    ["Mon, 05 Jan 2026 09:00:00 GMT", null],
    ["Mon, 05 Jan 2025 09:00:30 GMT", null],
    ["Mon, 99 Jan 2026 09:00:30 GMT", null],
    ["2026-01-05T09:00:30Z", null],
  ])("of %j asks for %j s, whatever the failure", (value, seconds) => {
    for (const status of [200, 404, 429, 503]) expect(waitOf(status, { "retry-after": value })).toBe(seconds);
  });
});

describe("X-RateLimit-Reset", () => {
  it.each([
    ["57", 57],
    ["57.5", 57.5],
    ["0", null],
    ["soon", null],
    ["1000000000", 1_000_000_000],
    [String(NOW / 1000 + 40), 40],
    [String(NOW / 1000 - 40), null],
    ["20, 40", 40],
  ])("of %j asks for %j s with 429, and nothing with anything else", (value, seconds) => {
    for (const name of ["x-ratelimit-reset", "x-ratelimit-reset-default", "x-ratelimit-reset-my_key"]) {
      expect(waitOf(429, { [name]: value })).toBe(seconds);
      expect(waitOf(503, { [name]: value })).toBeNull();
    }
  });

  it("counts by the largest of all hints", () => {
    const several = { "retry-after": "30", "x-ratelimit-reset-a": "50", "x-ratelimit-reset-b": "20" };
    expect(waitOf(429, several)).toBe(50);
    expect(waitOf(503, several)).toBe(30);
  });

  it("is not what other headers of the rate limit say", () => {
    expect(
      waitOf(429, { "x-ratelimit-limit-default": "120", "x-ratelimit-remaining-default": "99" }),
    ).toBeNull();
  });
});

describe("what is left of a limit", () => {
  const hintOf = (headers: Record<string, string>) => rateHint(new Map(Object.entries(headers)), NOW);
  const named = (name: string, limit: string, remaining: string, reset: string) => ({
    [`x-ratelimit-limit${name}`]: limit,
    [`x-ratelimit-remaining${name}`]: remaining,
    [`x-ratelimit-reset${name}`]: reset,
  });

  it("is read with when it begins anew, in seconds from now or as a Unix time", () => {
    const hint = { limit: 120, remaining: 104, resetsAt: NOW + 28_000 };
    expect(hintOf(named("-default", "120", "104", "28"))).toEqual(hint);
    expect(hintOf(named("-default", "120", "104", String(NOW / 1000 + 28)))).toEqual(hint);
    expect(hintOf(named("", "120", "0", "0"))).toEqual({ limit: 120, remaining: 0, resetsAt: NOW });
    expect(hintOf(named("", "many", "3", "5"))).toEqual({ limit: null, remaining: 3, resetsAt: NOW + 5000 });
  });

  it("is that of the limit of which the least is left", () => {
    const several = { ...named("-long", "9000", "4000", "900"), ...named("-short", "120", "7", "30") };
    expect(hintOf(several)).toEqual({ limit: 120, remaining: 7, resetsAt: NOW + 30_000 });
  });

  it.each([
    ["it is another header that ends alike", { "not-x-ratelimit-remaining": "4", "x-ratelimit-reset": "28" }],
    ["nothing is said", {}],
    ["it is no number", named("", "120", "some", "28")],
    ["it is not said when it begins anew", { "x-ratelimit-remaining": "4" }],
    ["it is said of another limit", { "x-ratelimit-remaining-a": "4", "x-ratelimit-reset-b": "28" }],
  ])("is not known where %s", (_, headers) => {
    expect(hintOf(headers)).toBeNull();
  });
});

it.each([
  ["Mon, 05 Jan 2026 09:00:30 GMT", NOW + 30_000],
  ["Mon Jan  5 09:00:30 2026", NOW + 30_000],
  ["2026-01-05T09:00:30Z", undefined],
  ["30", undefined],
  ["", undefined],
])("a server that says that it is %j has answered at %j", (value, at) => {
  expect(dateOf(new Map([["date", value]]))).toBe(at);
  expect(dateOf(new Map([["last-modified", value]]))).toBeUndefined();
});
