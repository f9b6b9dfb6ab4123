import { describe, expect, it, onTestFinished } from "vitest";
import { startFakeCal } from "../../tests/support/fake-cal/server.ts";
import { json, serve } from "../../tests/support/unit/api-server.ts";
import { fetchBusyTimes } from "./busy-times.ts";

const KEY = "cal_live_demo";
const calendar = { credentialId: 135, externalId: "a#b c" };
const NOW = Date.parse("2026-03-11T10:00:00Z");
const options = { now: () => NOW };
const error = (message: string) => ({ status: "error", error: { code: "X", message } });

describe("how many busy times Cal.com sees in a calendar", () => {
  it("is asked for one calendar and the next days only", async () => {
    const { url, requests } = await serve((_, response) =>
      json(response, 200, { status: "success", data: [] }),
    );
    expect(await fetchBusyTimes(url, KEY, calendar, 7, options)).toEqual({ kind: "busy", count: 0 });
    const asked = new URL(requests[0]?.url ?? "", url);
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      dateFrom: "2026-03-11",
      dateTo: "2026-03-19",
      timeZone: "UTC",
      "calendarsToLoad[0][credentialId]": "135",
      "calendarsToLoad[0][externalId]": "a#b c",
    });
  });

  it("leaves out what the server adds on either side", async () => {
    const time = (start: string, end: string) => ({ start, end, source: "google-calendar" });
    const data = [
      time("2026-03-11T08:00:00Z", "2026-03-11T09:00:00Z"),
      time("2026-03-11T09:30:00Z", "2026-03-11T10:30:00Z"),
      time("2026-03-18T09:00:00Z", "2026-03-18T11:00:00Z"),
      time("2026-03-18T12:00:00Z", "2026-03-18T13:00:00Z"),
    ];
    const { url } = await serve((_, response) => json(response, 200, { status: "success", data }));
    expect(await fetchBusyTimes(url, KEY, calendar, 7, options)).toEqual({ kind: "busy", count: 2 });
  });

  it("is counted on the fake server as it is", async () => {
    const server = await startFakeCal({ scenario: "lively", cacheMs: 0 });
    onTestFinished(() => server.close());
    const dana = { credentialId: 135, externalId: "dana@example.com" };
    expect(await fetchBusyTimes(`${server.url}/v2`, KEY, dana, 7)).toMatchObject({ kind: "busy" });
    server.control({ action: "break", credentialId: 135, how: "revoked" });
    expect(await fetchBusyTimes(`${server.url}/v2`, KEY, dana, 7)).toEqual({ kind: "unreadable" });
    expect(await fetchBusyTimes(`${server.url}/v2`, KEY, { ...dana, credentialId: -1 }, 7)).toEqual({
      kind: "not-yours",
    });
  });

  it.each([
    ["about the connection", 401, error("These credentials do not belong to you"), { kind: "not-yours" }],
    [
      "about the key",
      401,
      error("ApiAuthStrategy - api key - Your api key is not valid"),
      { kind: "key-rejected" },
    ],
    ["about the key", 401, error("CustomThrottlerGuard - Invalid API Key"), { kind: "key-rejected" }],
    ["about the key", 401, error("Invalid Access Token."), { kind: "key-rejected" }],
    ["in other words", 401, error("Unauthorized"), { kind: "unclear" }],
    ["of some proxy", 401, "<p>Sign in</p>", { failure: { reason: "not-cal-api" } }],
  ])("knows what a 401 is about: %s", async (_, status, body, expected) => {
    const { url } = await serve((_, response) => json(response, status, body));
    expect(await fetchBusyTimes(url, KEY, calendar, 7, options)).toMatchObject(expected);
  });
});
