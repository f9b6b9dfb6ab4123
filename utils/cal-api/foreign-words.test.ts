import { describe, expect, it, test } from "vitest";
import { json, serve } from "../../tests/support/unit/api-server.ts";
import { fetchBookings } from "./bookings.ts";
import { fetchCalendars, fetchEventTypes, fetchMe } from "./client.ts";
import type { Answer } from "./observation.ts";

const KEY = "cal_test_0123456789";
const FEED = "https://dana:pw@feeds.example.com/private-5ecre7/basic.ics";
const envelope = (message: string) => ({ status: "error", error: { code: "X", message } });
const good = (data: unknown) => ({ status: "success", data });

async function answering(status: number, body: object | string) {
  const { url } = await serve((_, response) => {
    if (typeof body === "string") response.writeHead(status).end(body);
    else json(response, status, body);
  });
  return url;
}

async function listOf(data: object): Promise<Answer> {
  const observation = await fetchCalendars(await answering(200, good(data)), KEY);
  if (observation.kind !== "answer") throw new Error(JSON.stringify(observation));
  return observation.answer;
}

describe("an address in what Cal.com says is kept without its secret", () => {
  it("in its error, also where that is cut", async () => {
    for (const begin of ["", "x".repeat(150), "x".repeat(190)]) {
      const url = await answering(404, envelope(`${begin} Failed to fetch ${FEED} today`));
      expect(JSON.stringify(await fetchCalendars(url, KEY))).not.toMatch(/5ecre7|pw/);
    }
    const url = await answering(404, envelope(`Failed to fetch ${FEED} today.`));
    expect(await fetchCalendars(url, KEY)).toMatchObject({
      failure: { message: "Failed to fetch feeds.example.com today" },
    });
  });

  it("in the message and the app's name of a connection", async () => {
    const integration = { type: "ics-feed_calendar", title: `Feeds of ${FEED}` };
    const entry = { integration, credentialId: 1, error: { message: `${FEED}: 404` } };
    const { connections } = await listOf({ connectedCalendars: [entry] });
    expect(connections).toMatchObject([
      { appName: "Feeds of feeds.example.com", message: "feeds.example.com: 404", condition: "broken" },
    ]);
  });

  it("in the name of the destination; its id is as it is", async () => {
    const destinationCalendar = { integration: "ics-feed_calendar", externalId: FEED, name: FEED };
    const { destination } = await listOf({ connectedCalendars: [], destinationCalendar });
    expect(destination).toMatchObject({ destination: { externalId: FEED, name: "feeds.example.com" } });
  });

  it("in a calendar's mail address, which is none then; its id and its name, by which it is known, are as they are", async () => {
    const calendar = { externalId: FEED, name: `Feed ${FEED}`, email: FEED };
    const entry = { integration: { type: "ics-feed_calendar" }, credentialId: 1, calendars: [calendar] };
    const { connections } = await listOf({ connectedCalendars: [entry] });
    expect(connections[0]?.calendars).toMatchObject([{ ...calendar, email: null }]);
    const known = { ...entry, calendars: [{ ...calendar, email: "dana@example.com" }] };
    const again = await listOf({ connectedCalendars: [known] });
    expect(again.connections[0]?.calendars[0]?.email).toBe("dana@example.com");
  });

  it("in titles of event types and bookings, and in whose key it is", async () => {
    const types = await fetchEventTypes(await answering(200, good([{ id: 1, title: `Call ${FEED}` }])), KEY);
    expect(types).toMatchObject({ answer: { eventTypes: [{ title: "Call feeds.example.com" }] } });
    const day = "2026-03-04T13:05:00Z";
    const booking = { uid: "b", title: `See ${FEED}`, start: day, end: day, hosts: [{ id: 1 }] };
    const page = { since: 0, take: 1, skip: 0 };
    expect(await fetchBookings(await answering(200, good([booking])), KEY, page)).toMatchObject({
      asked: { bookings: [{ title: "See feeds.example.com" }] },
    });
    const me = { id: 1, name: `Dana ${FEED}`, username: FEED, email: "dana@example.com" };
    expect(await fetchMe(await answering(200, good(me)), KEY)).toMatchObject({
      me: { name: "Dana feeds.example.com", username: "feeds.example.com", email: "dana@example.com" },
    });
  });
});

describe("a key that a server repeats is in nothing that is read", () => {
  const strange = "cal_/a+b\"c\\d%e'f~0";
  const escaped = (text: string) =>
    [...text].map((sign) => `\\u00${sign.charCodeAt(0).toString(16).toUpperCase()}`).join("");
  const hexed = (text: string) =>
    [...text].map((sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`).join("");
  const echoes: [string, (key: string) => string][] = [
    ["as it is", (key) => JSON.stringify(key).slice(1, -1)],
    ["with its slashes escaped", (key) => JSON.stringify(key).slice(1, -1).replaceAll("/", "\\/")],
    ["in escapes", escaped],
    [
      "in escapes of some signs",
      (key) => escaped(key.slice(0, 3)) + JSON.stringify(key.slice(3)).slice(1, -1),
    ],
    ["in JSON within JSON", (key) => JSON.stringify(JSON.stringify(key)).slice(3, -3)],
    ["in an address", encodeURIComponent],
    ["in an address, each sign of it", hexed],
    ["in an address within an address", (key) => encodeURIComponent(encodeURIComponent(key))],
    ["in escapes of a script", (key) => escaped(key).replaceAll("\\u00", "\\\\x")],
    ["as a page has it, in numbers", (key) => [...key].map((sign) => `&#${sign.charCodeAt(0)};`).join("")],
    ["as a page has it, in hex", (key) => hexed(key).replaceAll("%", ";&#x0").slice(1)],
    [
      "without what all keys begin with",
      (key) => JSON.stringify(key.replace(/^cal_(live_)?/, "")).slice(1, -1),
    ],
    ["in capitals", (key) => JSON.stringify(key.toUpperCase()).slice(1, -1)],
  ];

  test.each(echoes)("%s", async (_, echo) => {
    for (const key of [KEY, strange]) {
      const text = `{"status":"error","error":{"code":"X","message":"Key ${echo(key)} is unknown"}}`;
      const observation = await fetchCalendars(await answering(404, text), key);
      expect(observation).toMatchObject({ failure: { message: "Key [key] is unknown" } });
    }
  });

  test.each(["", "a", "ab", "Bearer ", `user@host:`])("in base64, behind %j", async (before) => {
    for (const key of [KEY, strange]) {
      for (const behind of ["", "!", ":x"]) {
        const echo = btoa(before + key + behind);
        const message = `Key ${echo} is unknown`;
        const observation = await fetchCalendars(await answering(404, envelope(message)), key);
        const text = JSON.stringify(observation);
        expect(text).toContain("[key]");
        // No more of it than a sign that is half of something else.
        expect(text).not.toContain(btoa(before + key).slice(-8, -3));
        expect(text).not.toContain(btoa(before + key).slice(before.length + 4, before.length + 9));
      }
    }
  });

  test("wherever it stands", async () => {
    const calendar = { externalId: `id-${KEY}`, name: KEY };
    const entry = { integration: { type: KEY, title: KEY }, credentialId: 1, calendars: [calendar] };
    expect(JSON.stringify(await listOf({ connectedCalendars: [entry] }))).not.toContain(KEY);
  });

  test("but for one that is too short to be a key", async () => {
    const url = await answering(404, envelope("calendar is unknown"));
    expect(await fetchCalendars(url, "calendar")).toMatchObject({
      failure: { message: "calendar is unknown" },
    });
  });
});

describe("half a character", () => {
  const HALF = '{"externalId":"a\\ud83d","name":"b\\udcc5","email":"c\\uD83D"}';
  const text = `{"status":"success","data":{"connectedCalendars":[{"integration":{"type":"google\\ud83d"},
    "credentialId":1,"delegationCredentialId":"d\\ud83d","primary":{"externalId":"a\\ud83d"},
    "calendars":[${HALF}]}],"destinationCalendar":{"externalId":"a\\ud83d","integration":"google\\ud83d"}}}`;

  it("is put right in all ids and texts, so that they are the same once they are stored", async () => {
    const observation = await fetchCalendars(await answering(200, text), KEY);
    expect(observation).toMatchObject({
      answer: {
        connections: [
          {
            type: "google\ufffd",
            delegationCredentialId: "d\ufffd",
            primaryExternalId: "a\ufffd",
            calendars: [{ externalId: "a\ufffd", name: "b\ufffd", email: "c\ufffd" }],
          },
        ],
        destination: { destination: { externalId: "a\ufffd", integration: "google\ufffd" } },
      },
    });
    const stored = new TextDecoder().decode(new TextEncoder().encode(JSON.stringify(observation)));
    expect(JSON.stringify(observation)).not.toMatch(/\\ud/i);
    expect(JSON.parse(stored)).toEqual(observation);
  });

  it("is in no error and no title either; whole ones stay", async () => {
    const body = '{"status":"error","error":{"message":"No \\ud83d\\udcc5 for \\udcc5"}}';
    expect(await fetchCalendars(await answering(404, body), KEY)).toMatchObject({
      failure: { message: "No \u{1f4c5} for \ufffd" },
    });
    const types = '{"status":"success","data":[{"id":1,"title":"\\ud83d Call"}]}';
    expect(await fetchEventTypes(await answering(200, types), KEY)).toMatchObject({
      answer: { eventTypes: [{ title: "\ufffd Call" }] },
    });
  });
});
