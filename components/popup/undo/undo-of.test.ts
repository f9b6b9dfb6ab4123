import { expect, test } from "vitest";
import { remember } from "../../../tests/fixtures/account.ts";
import { answered, destination } from "../../../tests/fixtures/answers.ts";
import { caldav, google, outlook, toDana } from "../../../tests/fixtures/people.ts";
import type { AccountState } from "../../../utils/core/model/account-state.ts";
import { type CalendarSubject, calendarSubject } from "../../../utils/core/model/subject.ts";
import { undoOf } from "./undo-of.ts";

const accountId = "a1";
const toOutlook = destination(outlook, "Calendar");

function subjectIn(state: AccountState, externalId: string): CalendarSubject {
  const home = state.connections.find(({ calendars }) =>
    calendars.some((one) => one.externalId === externalId),
  );
  if (!home) throw new Error(`There is no calendar ${externalId}.`);
  return calendarSubject(home, externalId);
}

const well = remember([answered(15, [google, outlook, caldav], toDana)]);
const moved = remember([
  answered(60, [google, outlook, caldav], toDana),
  answered(15, [google, outlook, caldav], toOutlook),
]);

test("a switch is taken back by turning it the other way", () => {
  const calendar = subjectIn(well, "Family");
  expect(undoOf({ type: "select-calendar", accountId, calendar }, well)?.type).toBe("unselect-calendar");
  expect(undoOf({ type: "unselect-calendar", accountId, calendar }, well)).toEqual({
    type: "select-calendar",
    accountId,
    calendar,
  });
});

test("another calendar for bookings is taken back by the one before", () => {
  const calendar = subjectIn(well, "Calendar");
  const dana = subjectIn(well, "dana@example.com");
  expect(undoOf({ type: "set-destination", accountId, calendar }, well)).toEqual({
    type: "set-destination",
    accountId,
    calendar: dana,
  });
});

test("to put bookings back is taken back by where they went, and to keep that by where they went before", () => {
  expect(undoOf({ type: "restore-destination", accountId }, moved)).toMatchObject({
    type: "set-destination",
    calendar: subjectIn(moved, "Calendar"),
  });
  expect(undoOf({ type: "keep-destination", accountId }, moved)).toMatchObject({
    type: "set-destination",
    calendar: subjectIn(moved, "dana@example.com"),
  });
});

test("where Cal.com's routes can't set it from here, nothing is offered", () => {
  const [first] = caldav.calendars;
  const inCaldav = remember([answered(15, [google, caldav], destination(caldav, first?.externalId ?? ""))]);
  const calendar = subjectIn(inCaldav, "Family");
  expect(undoOf({ type: "set-destination", accountId, calendar }, inCaldav)).toBeNull();
});

test("what can't be taken back is not offered to be", () => {
  const connection = {
    type: "connection",
    integration: "google_calendar",
    credentialId: 1,
    delegationCredentialId: null,
  } as const;
  expect(undoOf({ type: "remove-connection", accountId, connection }, well)).toBeNull();
  expect(undoOf({ type: "test-reading", accountId, calendar: subjectIn(well, "Family") }, well)).toBeNull();
});
