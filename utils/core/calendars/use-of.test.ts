import { expect, test } from "vitest";
import { remember } from "../../../tests/fixtures/account.ts";
import { answered, calendar, connection, destination } from "../../../tests/fixtures/answers.ts";
import { google, toDana } from "../../../tests/fixtures/people.ts";
import type { AnsweredConnection, AnsweredDestination } from "../../cal-api/observation.ts";
import { calendarSubject } from "../model/subject.ts";
import { isAskedForOthers, isCheckedElsewhere, isFallback, mainCalendar, useOf } from "./use-of.ts";

const outlook = (isSelected: boolean, differences = {}) =>
  connection("office365_calendar", 212, [calendar("Work", { isSelected, ...differences })]);

function use(other: AnsweredConnection, to: AnsweredDestination = toDana) {
  const state = remember([answered(5, [google, other], to)]);
  return useOf(state, state.connections[1]);
}

test("tells whether a connection is checked for conflicts, and whether bookings go there", () => {
  expect(use(outlook(true))).toBe("checked");
  expect(use(outlook(false))).toBe("none");
  expect(use(outlook(true), destination(outlook(true), "Work"))).toBe("both");
  expect(use(outlook(false), destination(outlook(true), "Work"))).toBe("bookings");
});

test("an organization's primary calendar is checked without being selected", () => {
  const delegated = { ...outlook(false, { primary: true }), delegationCredentialId: "d1" };
  expect(use(delegated)).toBe("checked");
});

test("of a connection whose calendars were never seen, the worst is assumed", () => {
  expect(useOf(remember([]), undefined)).toBe("both");
});

test("of one calendar reached through two accounts, bookings go through the one that is named", () => {
  const shared = (id: number) => connection("google_calendar", id, [calendar("Shared")]);
  const state = remember([answered(5, [shared(1), shared(2)], destination(shared(2), "Shared"))]);
  expect(state.connections.map((one) => useOf(state, one))).toEqual(["checked", "both"]);
});

const subjectOf = (of: AnsweredConnection, externalId: string) =>
  calendarSubject(
    { integration: of.type ?? "", credentialId: of.credentialId, delegationCredentialId: null },
    externalId,
  );

test("a calendar is checked elsewhere when another connection of its app lists it selected", () => {
  const shared = (id: number, isSelected: boolean, type = "google_calendar") =>
    connection(type, id, [calendar("Shared", { isSelected })]);
  const elsewhere = (...others: AnsweredConnection[]) =>
    isCheckedElsewhere(remember([answered(5, others)]), subjectOf(shared(1, false), "Shared"));
  expect(elsewhere(shared(1, false), shared(2, true))).toBe(true);
  expect(elsewhere(shared(1, false), shared(2, false))).toBe(false);
  expect(elsewhere(shared(1, false), shared(2, true, "office365_calendar"))).toBe(false);
  expect(elsewhere(shared(1, false), connection("google_calendar", 2, [calendar("Other")]))).toBe(false);
});

test("a broken connection is asked for what is checked in another one of its app, unless that app is swallowed", () => {
  const asked = (type: string, isSelected: boolean, other = type) => {
    const one = connection(type, 1, [calendar("A", { isSelected: false })]);
    const state = remember([answered(5, [one, connection(other, 2, [calendar("B", { isSelected })])])]);
    const [first] = state.connections;
    return first && isAskedForOthers(state, first);
  };
  expect(asked("google_calendar", true)).toBe(true);
  expect(asked("google_calendar", false)).toBe(false);
  expect(asked("google_calendar", true, "office365_calendar")).toBe(false);
  for (const type of ["apple_calendar", "caldav_calendar", "lark_calendar"])
    expect(asked(type, true)).toBe(false);
});

test("the main calendar is that of the connection that bookings go to, else the first", () => {
  const other = connection("office365_calendar", 212, [calendar("Work", { primary: true })]);
  const main = (to?: AnsweredDestination) => mainCalendar(remember([answered(5, [google, other], to)]));
  expect(main()).toMatchObject({ externalId: "dana@example.com" });
  expect(main(destination(other, "Work"))).toMatchObject({ credentialId: 212, externalId: "Work" });
  expect(mainCalendar(remember([answered(5, [outlook(true)])]))).toBeNull();
});

test("an organization's main calendar is checked without being selected, as long as nothing else of it is", () => {
  const delegated = (second: boolean) => ({
    ...connection("google_calendar", 1, [
      calendar("Main", { primary: true, isSelected: false }),
      calendar("Second", { isSelected: second }),
    ]),
    delegationCredentialId: "d1",
  });
  const fallback = (one: AnsweredConnection, name: string) => {
    const state = remember([answered(5, [one])]);
    const [known] = state.connections;
    return known && isFallback(state, calendarSubject(known, name));
  };
  expect(fallback(delegated(false), "Main")).toBe(true);
  expect(fallback(delegated(false), "Second")).toBe(false);
  expect(fallback(delegated(true), "Main")).toBe(false);
  expect(fallback(google, "dana@example.com")).toBe(false);
  expect(fallback(google, "Nothing")).toBe(false);
});
