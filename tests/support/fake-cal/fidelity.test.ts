import { describe, expect, test } from "vitest";
import { fixture } from "../../fixtures/fixture.ts";
import type { CalendarList } from "./list-cache.ts";
import { type Ask, ask, start } from "./testing.ts";
import type { KeyState } from "./world.ts";

/** Metadata of apps in which Cal.com's answers differ among each other, and times of writing. */
const PASSED_OVER = [
  "__template",
  "category",
  "createdAt",
  "description",
  "installed",
  "isOAuth",
  "timestamp",
  "updatedAt",
  "url",
];

describe("the list of calendars", () => {
  test.for<[string, string]>([
    ["everyday", "healthy-google-outlook"],
    ["none-connected", "none-connected"],
    ["nothing-selected", "connected-but-nothing-selected"],
    ["two-google-accounts", "two-google-accounts-shared-calendar"],
    ["destination-moved", "outlook-broken-google-ok-destination-moved-stale-credential"],
    ["delegation-broken", "delegation-broken"],
    ["added-again", "google-readded-beside-broken"],
    ["ics-older", "ics-only-readonly-destination"],
    ["forty-seven", "hosted-one-google-47-calendars"],
  ])("of %s is like Cal.com's %s", async ([scenario, name]) => {
    const fake = await start({ scenario });
    expect(compared((await ask(fake, "/v2/calendars")).json)).toEqual(compared(fixture(name)));
  });

  test("after the old connection is removed is like Cal.com's, with a new row", async () => {
    const fake = await start({ scenario: "added-again" });
    fake.control({ action: "disconnect", credentialId: 135 });
    const { json } = await ask(fake, "/v2/calendars");
    const real = compared(fixture("google-old-removed-destination-recreated"));
    expect(compared(json)).toEqual({
      ...real,
      data: {
        ...real.data,
        destinationCalendar: { ...real.data?.destinationCalendar, id: expect.any(Number) },
      },
    });
  });

  test.for<[string, string]>([
    ["lark_calendar", "lark-with-email"],
    ["exchange2013_calendar", "exchange2013"],
    ["ics-feed_calendar", "ics-only-newest-integration"],
  ])("has calendars of %s with the keys of Cal.com's %s", async ([type, name]) => {
    const fake = await start({ scenario: "none-connected" });
    fake.control({ action: "connect", type, email: "main" });
    const { json } = await ask(fake, "/v2/calendars");
    expect(keysOf(json)).toEqual(keysOf(fixture(name)));
  });
});

describe("an error", () => {
  test.for<[string, { state?: KeyState; scenario?: string; control?: object; path?: string; how?: Ask }]>([
    ["400-check-none", { scenario: "none-connected", path: "/v2/calendars/google/check" }],
    [
      "400-check-invalid-flag",
      { control: { action: "flag-invalid", credentialId: 135 }, path: "/v2/calendars/google/check" },
    ],
    ["401-check-broken-provider", { scenario: "one-revoked", path: "/v2/calendars/google/check" }],
    ["401-unknown-key", { state: "unknown" }],
    ["401-key-deleted-but-throttle-cached", { state: "deleted" }],
    ["401-key-expired", { state: "expired" }],
    ["401-selfhost-no-licence", { state: "no-licence" }],
    ["403-oauth-scope", { state: "insufficient-scope" }],
    ["401-no-auth", { how: { key: null } }],
    ["429", { control: { action: "server", mode: "rate-limited" } }],
    ["500-nest-default", { control: { action: "server", mode: "nest-500" } }],
    ["500-prisma", { control: { action: "server", mode: "envelope-500" } }],
  ])("is like Cal.com's %s", async ([name, { state, scenario = "everyday", control, path, how }]) => {
    const fake = await start({ scenario });
    if (state !== undefined) {
      fake.control({ action: "key", state });
    }
    if (control !== undefined) {
      fake.control({ action: "", ...control });
    }
    const { status, json } = await ask(fake, path ?? "/v2/calendars", how);
    const real = fixture(name) as { _httpStatus: number; body: unknown };
    expect([status, compared(json)]).toEqual([real._httpStatus, compared(real.body)]);
  });
});

test("GET /v2/me is like Cal.com's", async () => {
  const fake = await start();
  expect((await ask(fake, "/v2/me")).json).toEqual(fixture("me"));
});

/** As much of a body as has to be alike. */
function compared(body: unknown): { data?: Partial<CalendarList> } {
  return JSON.parse(JSON.stringify(body), (key, value) => (PASSED_OVER.includes(key) ? undefined : value));
}

/** The keys of the first calendar of the first connection. */
function keysOf(body: unknown): string[] {
  return Object.keys(compared(body).data?.connectedCalendars?.[0]?.calendars?.[0] ?? {}).toSorted();
}
