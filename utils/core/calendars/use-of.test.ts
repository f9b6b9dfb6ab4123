import { expect, test } from "vitest";
import { remember } from "../../../tests/fixtures/account.ts";
import { answered, calendar, connection, destination } from "../../../tests/fixtures/answers.ts";
import { google, toDana } from "../../../tests/fixtures/people.ts";
import type { AnsweredConnection, AnsweredDestination } from "../../cal-api/observation.ts";
import { useOf } from "./use-of.ts";

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
