import { describe, expect, test } from "vitest";
import type { FakeCal } from "../server.ts";
import { ask, start } from "../testing.ts";

const OUTLOOK = { credentialId: "212", externalId: "AAMkAGQ1ZmFkLWVu0AAA=" };
const WEDNESDAY = { dateFrom: "2026-03-11", dateTo: "2026-03-11", timeZone: "Europe/Madrid" };

describe("GET /v2/calendars/busy-times", () => {
  test("tells busy times in UTC with their app, in a window that is wider than the days", async () => {
    const fake = await start({ scenario: "everyday" });
    const answer = await busyTimes(fake, [OUTLOOK]);
    expect(answer.status).toBe(200);
    const source = "office365-calendar";
    expect(answer.json?.data).toEqual([
      { start: "2026-03-10T14:00:00.000Z", end: "2026-03-10T15:00:00.000Z", source },
      { start: "2026-03-11T09:00:00.000Z", end: "2026-03-11T09:30:00.000Z", source },
      { start: "2026-03-11T14:00:00.000Z", end: "2026-03-11T15:00:00.000Z", source },
      { start: "2026-03-12T09:00:00.000Z", end: "2026-03-12T09:30:00.000Z", source },
    ]);
  });

  test("adds up the calendars it is asked for", async () => {
    const fake = await start({ scenario: "everyday" });
    const google = { credentialId: "135", externalId: "dana@example.com" };
    const { json } = await busyTimes(fake, [google, OUTLOOK]);
    expect(json?.data).toHaveLength(8);
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
