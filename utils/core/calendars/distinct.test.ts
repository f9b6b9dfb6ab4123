import { expect, test } from "vitest";
import { aConnection, accountStateOf, FEED, GOOGLE } from "../../../tests/fixtures/account-states.ts";
import { calendarSubject, connectionSubject } from "../model/subject.ts";
import { countedAs, workingCalendars } from "./distinct.ts";

const SECOND = { ...GOOGLE, credentialId: 3 };
const calendars = [{ name: "Own" }, { name: "Family" }];

test("a calendar that two connections of an account list is one, in two accounts it is two", () => {
  const twice = accountStateOf(aConnection({}, calendars), aConnection(SECOND, calendars));
  expect(workingCalendars([twice])).toBe(2);
  expect(workingCalendars([twice, twice])).toBe(4);
});

test("the same id in another app is another calendar", () => {
  expect(workingCalendars([accountStateOf(aConnection({}, calendars), aConnection(FEED, calendars))])).toBe(
    4,
  );
});

test("only what is listed in a connection that works counts", () => {
  const gone = aConnection({}, [{ name: "Own" }, { name: "Family", missing: true }]);
  expect(workingCalendars([accountStateOf(gone, aConnection({ ...FEED, condition: "broken" }))])).toBe(1);
});

test("what is found of both of them is about one thing", () => {
  expect(countedAs(calendarSubject(GOOGLE, "c0"))).toBe(countedAs(calendarSubject(SECOND, "c0")));
  expect(countedAs(calendarSubject(GOOGLE, "c0"))).not.toBe(countedAs(calendarSubject(FEED, "c0")));
  expect(countedAs(connectionSubject(GOOGLE))).not.toBe(countedAs(connectionSubject(SECOND)));
});
