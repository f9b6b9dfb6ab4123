import { describe, expect, it, onTestFinished } from "vitest";
import { type FakeCal, startFakeCal } from "../../tests/support/fake-cal/server.ts";
import { json, serve } from "../../tests/support/unit/api-server.ts";
import { fetchEventTypes } from "./client.ts";
import { restoreEventType } from "./event-types-requests.ts";

const KEY = "cal_live_demo";
const GOOGLE = { integration: "google_calendar", externalId: "dana@example.com" };
const OUTLOOK = { integration: "office365_calendar", externalId: "AAMkAGQ1ZmFkLWVu0AAA=" };
const READ_ONLY_OUTLOOK = { ...OUTLOOK, externalId: "AAMkAGQ1ZmFkLWVu1BBB=" };

async function fake(): Promise<FakeCal & { api: string }> {
  const server = await startFakeCal({ scenario: "booked", cacheMs: 0 });
  onTestFinished(() => server.close());
  return { ...server, api: `${server.url}/v2` };
}

async function destinations(api: string) {
  const read = await fetchEventTypes(api, KEY);
  if (read.kind === "problem") throw new Error(`Event types are ${read.problem}.`);
  return read.answer.eventTypes.map(({ destination }) => destination);
}

const problem = (name: string) => ({ kind: "problem", problem: name, retryAfterSeconds: null });

describe("reading event types", () => {
  it("brings all of them, hidden ones too, with the calendars that are their own", async () => {
    const { api } = await fake();
    expect(await fetchEventTypes(api, KEY)).toEqual({
      kind: "event-types",
      answer: {
        eventTypes: [
          { id: 3001, title: "Intro call", destination: null },
          { id: 3002, title: "Review", destination: OUTLOOK },
        ],
        malformed: 0,
      },
    });
  });

  it("is out of scope for a token that was not given the right to it", async () => {
    const { api, world } = await fake();
    world.keys = world.keys.map((one) => ({ ...one, state: "insufficient-scope" }));
    expect(await fetchEventTypes(api, KEY)).toEqual(problem("outOfScope"));
  });

  it("is not offered by a server without the route, whether Cal.com says so or a page", async () => {
    const said = {
      status: "error",
      error: { code: "NotFoundException", message: "Cannot GET /v2/event-types" },
    };
    const nest = await serve((_, response) => json(response, 404, said));
    expect(await fetchEventTypes(nest.url, KEY)).toEqual(problem("notOffered"));
    const page = await serve((_, response) => json(response, 404, "<h1>Not found</h1>"));
    expect(await fetchEventTypes(page.url, KEY)).toEqual(problem("notOffered"));
  });

  it("is unreadable in another shape, such as that of another version, or when it is far too long", async () => {
    const groups = { status: "success", data: { eventTypeGroups: [] } };
    const older = await serve((_, response) => json(response, 200, groups));
    expect(await fetchEventTypes(older.url, KEY)).toEqual(problem("unreadable"));
    const page = await serve((_, response) => json(response, 200, "<h1>Welcome</h1>"));
    expect(await fetchEventTypes(page.url, KEY)).toEqual(problem("unreadable"));
    const { api, control } = await fake();
    control({ action: "server", mode: "oversize", path: "/v2/event-types" });
    expect(await fetchEventTypes(api, KEY)).toEqual(problem("unreadable"));
  });

  it.for(["envelope-401", "record-404", "nest-500", "html-502", "gone", "cut-off"])(
    "has only failed where the server is %s",
    async (kind) => {
      const { api, control } = await fake();
      control({ action: "server", mode: kind, path: "/v2/event-types" });
      expect(await fetchEventTypes(api, KEY)).toEqual(problem("failed"));
    },
  );

  it("tells how long Cal.com wants to be left alone", async () => {
    const { url } = await serve((_, response) =>
      json(response, 429, {}, { "x-ratelimit-reset-default": "28" }),
    );
    expect(await fetchEventTypes(url, KEY)).toEqual({ ...problem("failed"), retryAfterSeconds: 28 });
  });
});

describe("giving an event type a calendar of its own", () => {
  it("is done when Cal.com shows it", async () => {
    const { api } = await fake();
    expect(await restoreEventType(api, KEY, 3001, GOOGLE)).toEqual({ kind: "done" });
    expect(await destinations(api)).toEqual([GOOGLE, OUTLOOK]);
  });

  it.for([
    ["is in no connection", 3001, { ...GOOGLE, externalId: "nowhere" }, "calendar-gone"],
    ["can only be read", 3001, READ_ONLY_OUTLOOK, "calendar-read-only"],
    ["is wanted for somebody else's event type", 9, GOOGLE, "not-found"],
  ] as const)("is refused for a calendar that %s", async ([, id, calendar, kind]) => {
    const { api } = await fake();
    expect(await restoreEventType(api, KEY, id, calendar)).toEqual({ kind });
    expect(await destinations(api)).toEqual([null, OUTLOOK]);
  });

  it("is refused for a token that may only read", async () => {
    const { api, world } = await fake();
    world.keys = world.keys.map((one) => ({ ...one, state: "read-only" }));
    expect(await restoreEventType(api, KEY, 3001, GOOGLE)).toEqual({ kind: "out-of-scope" });
  });

  it("is not believed when the answer shows another calendar", async () => {
    const { url } = await serve((_, response) =>
      json(response, 200, { status: "success", data: { id: 3001, destinationCalendar: OUTLOOK } }),
    );
    expect(await restoreEventType(url, KEY, 3001, GOOGLE)).toEqual({ kind: "not-shown" });
  });

  it("is asked for in the one version that knows the route", async () => {
    const { url, requests } = await serve((_, response) => json(response, 200, { status: "success" }));
    await restoreEventType(url, KEY, 3001, GOOGLE);
    expect([requests[0]?.method, requests[0]?.url, requests[0]?.headers["cal-api-version"]]).toEqual([
      "PATCH",
      "/v2/event-types/3001",
      "2024-06-14",
    ]);
  });
});
