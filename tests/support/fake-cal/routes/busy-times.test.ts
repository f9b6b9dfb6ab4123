import { describe, expect, test } from "vitest";
import { icsConnection, WORKING_WEEK } from "../scenarios/build.ts";
import type { FakeCal } from "../server.ts";
import { ask, start } from "../testing.ts";

const OUTLOOK = { credentialId: "212", externalId: "AAMkAGQ1ZmFkLWVu0AAA=" };
const WEDNESDAY = { dateFrom: "2026-03-11", dateTo: "2026-03-11", timeZone: "Europe/Madrid" };

describe("GET /v2/calendars/busy-times", () => {
  test("tells busy times in UTC with their app, and not those of the afternoon of the last day", async () => {
    const fake = await start({ scenario: "everyday" });
    const answer = await busyTimes(fake, [OUTLOOK]);
    expect(answer.status).toBe(200);
    const source = "office365-calendar";
    expect(answer.json?.data).toEqual([
      { start: "2026-03-10T14:00:00.000Z", end: "2026-03-10T15:00:00.000Z", source },
      { start: "2026-03-11T09:00:00.000Z", end: "2026-03-11T09:30:00.000Z", source },
    ]);
  });

  test("adds up the calendars it is asked for", async () => {
    const fake = await start({ scenario: "everyday" });
    const google = { credentialId: "135", externalId: "dana@example.com" };
    const { json } = await busyTimes(fake, [google, OUTLOOK]);
    expect(json?.data).toHaveLength(4);
  });

  test("asks from 11 hours before the first day to 14 hours after the last one begins", async () => {
    const fake = await start({ scenario: "everyday" });
    const outlook = fake.world.users[0]?.connections[1]?.calendars[0];
    const touching = { start: "2026-03-10T12:00:00.000Z", end: "2026-03-10T13:00:00.001Z" };
    const last = { start: "2026-03-11T13:59:59.999Z", end: "2026-03-11T15:00:00.000Z" };
    Object.assign(outlook ?? {}, {
      busy: [],
      appointments: [
        { start: "2026-03-10T12:00:00.000Z", end: "2026-03-10T13:00:00.000Z", title: "Before" },
        { ...touching, title: "Touching" },
        { ...last, title: "Last" },
        { start: "2026-03-11T14:00:00.000Z", end: "2026-03-11T15:00:00.000Z", title: "After" },
      ],
    });
    const source = "office365-calendar";
    expect((await busyTimes(fake, [OUTLOOK])).json?.data).toEqual([
      { ...touching, source },
      { ...last, source },
    ]);
  });

  test("tells of all feeds of a credential, with titles, and of what happens once at any time", async () => {
    const fake = await start({ scenario: "none-connected" });
    const appointment = {
      start: "2030-01-01T10:00:00.000Z",
      end: "2030-01-01T11:00:00.000Z",
      title: "Party",
    };
    const feeds = [
      { externalId: "https://feeds.example.com/a.ics", name: "Choir", busy: WORKING_WEEK },
      { externalId: "https://feeds.example.com/b.ics", name: null, appointments: [appointment] },
    ];
    fake.world.users[0]?.connections.push(icsConnection(410, feeds));
    const wanted = feeds.map(({ externalId }) => ({ credentialId: "410", externalId }));
    const source = "ics-feed";
    const week = [
      { start: "2026-03-10T14:00:00.000Z", end: "2026-03-10T15:00:00.000Z", source, title: "Choir" },
      { start: "2026-03-11T09:00:00.000Z", end: "2026-03-11T09:30:00.000Z", source, title: "Choir" },
    ];
    const expected = [...week, { ...appointment, source }];
    expect((await busyTimes(fake, wanted.slice(0, 1))).json?.data).toEqual(expected);
    expect((await busyTimes(fake, wanted)).json?.data).toEqual(expected);
  });

  test("is empty for one calendar of Google that is gone, and for a broken Lark", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "drop", externalId: "dana@example.com" });
    const google = { credentialId: "135", externalId: "dana@example.com" };
    const answer = await busyTimes(fake, [google]);
    expect([answer.status, answer.json?.data]).toEqual([200, []]);
    fake.control({ action: "connect", type: "lark_calendar", email: "lark-1", credentialId: 8 });
    fake.control({ action: "break", credentialId: 8, how: "failing" });
    const lark = await busyTimes(fake, [{ credentialId: "8", externalId: "lark-1" }]);
    expect([lark.status, lark.json?.data]).toEqual([200, []]);
  });

  test("understands the older name of the time zone, and needs one of the two", async () => {
    const fake = await start({ scenario: "everyday" });
    const { timeZone, ...days } = WEDNESDAY;
    expect((await busyTimes(fake, [OUTLOOK], { ...days, loggedInUsersTz: timeZone })).status).toBe(200);
    const answer = await busyTimes(fake, [OUTLOOK], days);
    expect(answer.status).toBe(400);
    expect(answer.json?.error?.message).toBe("Either timeZone or loggedInUsersTz must be provided");
  });

  test("is 400 for the flat fields of the documentation, and without dates", async () => {
    const fake = await start({ scenario: "everyday" });
    expect((await busyTimes(fake, [], { ...WEDNESDAY, ...OUTLOOK })).status).toBe(400);
    expect((await busyTimes(fake, [OUTLOOK], { timeZone: "UTC" })).status).toBe(400);
    expect((await busyTimes(fake, [{ ...OUTLOOK, credentialId: "x" }])).status).toBe(400);
  });

  test.for(["9", "-1"])("is 401 for the credential %s, which is not the user's own", async (credentialId) => {
    const fake = await start({ scenario: "organisation-delegation" });
    const answer = await busyTimes(fake, [{ ...OUTLOOK, credentialId }]);
    expect(answer.status).toBe(401);
    expect(answer.json?.error?.message).toBe("These credentials do not belong to you");
  });

  test("is 500 for a broken connection", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "break", credentialId: 212, how: "failing" });
    const answer = await busyTimes(fake, [OUTLOOK]);
    const message = "Unable to fetch connected calendars events. Please try again later.";
    expect(answer.status).toBe(500);
    expect(answer.json?.error).toMatchObject({ code: "InternalServerErrorException", message });
  });

  test("is empty for a credential that is flagged invalid, and for a broken Apple one", async () => {
    const fake = await start({ scenario: "everyday" });
    fake.control({ action: "flag-invalid", credentialId: 212 });
    expect((await busyTimes(fake, [OUTLOOK])).json?.data).toEqual([]);
    fake.control({ action: "scenario", name: "apple-and-caldav" });
    fake.control({ action: "break", credentialId: 301, how: "failing" });
    const externalId = "https://caldav.icloud.com/20961146906/calendars/home/";
    expect((await busyTimes(fake, [{ credentialId: "301", externalId }])).json?.data).toEqual([]);
  });

  test("leaves the destination alone", async () => {
    const fake = await start({ scenario: "destination-moved" });
    const google = { credentialId: "135", externalId: "dana@example.com" };
    await busyTimes(fake, [google]);
    expect(fake.world.users[0]?.destination?.integration).toBe("office365_calendar");
  });
});

function busyTimes(
  fake: FakeCal,
  calendars: { credentialId: string; externalId: string }[],
  fields: Record<string, string> = WEDNESDAY,
) {
  const query = new URLSearchParams(fields);
  for (const [index, { credentialId, externalId }] of calendars.entries()) {
    query.append(`calendarsToLoad[${index}][credentialId]`, credentialId);
    query.append(`calendarsToLoad[${index}][externalId]`, externalId);
  }
  return ask(fake, `/v2/calendars/busy-times?${query}`);
}
