import { describe, expect, test } from "vitest";
import { remember } from "../../../tests/fixtures/account.ts";
import { answered, broken, calendar, connection } from "../../../tests/fixtures/answers.ts";
import { google } from "../../../tests/fixtures/people.ts";
import type { CalendarId } from "../model/subject.ts";
import { calendarOf, connectionOf, findCalendar, integrationOf } from "./find.ts";

const other = connection("google_calendar", 136, [calendar("Family"), calendar("Clinic rota")]);
const STATE = remember([answered(5, [google, other])]);

const id = (credentialId: number, externalId: string): CalendarId => ({
  integration: "google_calendar",
  credentialId,
  delegationCredentialId: null,
  externalId,
});

describe("a connection and a calendar", () => {
  test("are found by all of their identity: two connections may list calendars of one name", () => {
    expect(connectionOf(STATE, id(136, ""))).toBe(STATE.connections[1]);
    expect(calendarOf(STATE, id(136, "Family"))).toBe(STATE.connections[1]?.calendars[0]);
    expect(calendarOf(STATE, id(135, "Family"))).toBe(STATE.connections[0]?.calendars[2]);
  });

  test("are not found under another identity", () => {
    expect(connectionOf(STATE, id(137, ""))).toBeUndefined();
    expect(connectionOf(STATE, { ...id(136, ""), delegationCredentialId: "d1" })).toBeUndefined();
    expect(connectionOf(STATE, { ...id(136, ""), integration: "apple_calendar" })).toBeUndefined();
    expect(calendarOf(STATE, id(137, "Family"))).toBeUndefined();
    expect(calendarOf(STATE, id(136, "Travel"))).toBeUndefined();
  });
});

describe("a calendar that is listed", () => {
  const found = (after: Parameters<typeof answered>[1]) =>
    findCalendar(remember([answered(40, [google, other]), answered(5, after)]), id(136, "Family"));

  test("is found with its connection", () => {
    const { connections } = STATE;
    expect(findCalendar(STATE, id(136, "Family"))).toEqual({
      connection: connections[1],
      calendar: connections[1]?.calendars[0],
    });
    expect(findCalendar(STATE, id(136, "Travel"))).toBeUndefined();
    expect(findCalendar(STATE, id(137, "Family"))).toBeUndefined();
  });

  test("is found while its connection is broken: it was listed when Cal.com was last asked", () => {
    expect(found([google, broken(other, "No access")])).toMatchObject({ calendar: { name: "Family" } });
  });

  test("is found no more where its connection lists it no more, or is missing", () => {
    expect(found([google, { ...other, calendars: other.calendars.slice(1) }])).toBeUndefined();
    expect(found([google])).toBeUndefined();
  });
});

test("a calendar without an integration of its own has that of its connection", () => {
  const [own] = STATE.connections[1]?.calendars ?? [];
  if (!own) throw new Error("no calendar");
  const feed = { ...id(1, ""), integration: "ics-feed_calendar" };
  expect(integrationOf(feed, { ...own, integration: "google_calendar" })).toBe("google_calendar");
  expect(integrationOf(feed, { ...own, integration: null })).toBe("ics-feed_calendar");
  expect(integrationOf(feed, { ...own, integration: "" })).toBe("ics-feed_calendar");
  expect(integrationOf(feed, undefined)).toBe("ics-feed_calendar");
});
