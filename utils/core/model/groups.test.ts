import { expect, test } from "vitest";
import { FEED, GOOGLE } from "../../../tests/fixtures/account-states.ts";
import { ACTIONS, appliedActions, journaledActions, pendingActions } from "./actions.ts";
import { emptyChecksLog, isCheck } from "./checks-log.ts";
import { emptyStatus } from "./empty-status.ts";
import { canBeNotice, canEnd, isAboutCalendar, isAboutEventType } from "./kind-groups.ts";
import { calendarSubject, connectionSubject, isUnreadable, printedSubject, subjectKey } from "./subject.ts";

test("what is asked of Cal.com is waited for: a calendar that is checked or not, and where bookings go", () => {
  expect(pendingActions("selection")).toEqual(["select-calendar", "unselect-calendar"]);
  expect(pendingActions("destination")).toEqual(["set-destination"]);
});

test("the history tells of all but what is only asked for or done as another action, the log of what changes the state at once", () => {
  const without = Object.keys(ACTIONS).filter((id) => !journaledActions().some((one) => one === id));
  expect(without).toEqual(["restore-destination", "reconnect", "test-reading", "bulk-acknowledge"]);
  expect(appliedActions()).toEqual([
    "select-calendar",
    "unselect-calendar",
    "set-destination",
    "keep-destination",
    "acknowledge",
    "unacknowledge",
    "snooze",
    "end-snooze",
    "snooze-problem",
    "end-snooze-problem",
  ]);
});

test("kinds of findings are told apart by what they are about, how bad they can be, and whether a mark of them can end", () => {
  expect([canBeNotice("read-only"), canBeNotice("connection-error")]).toEqual([true, false]);
  expect([canEnd("read-only"), canEnd("connection-gone")]).toEqual([true, false]);
  expect([isAboutCalendar("calendar-gone"), isAboutCalendar("connection-gone")]).toEqual([true, false]);
  expect([isAboutEventType("event-type-destination-lost"), isAboutEventType("calendar-gone")]).toEqual([
    true,
    false,
  ]);
});

test("an entry that lacks its type or its credential can't be read", () => {
  expect(isUnreadable(GOOGLE)).toBe(false);
  expect(isUnreadable({ ...GOOGLE, integration: "" })).toBe(true);
  expect(isUnreadable({ ...GOOGLE, credentialId: null })).toBe(true);
});

test("no two subjects have the same key", () => {
  const subjects = [
    { type: "account" },
    { type: "destination" },
    { type: "eventType", id: 1 },
    { type: "eventType", id: 2 },
    connectionSubject(GOOGLE),
    connectionSubject(FEED),
    calendarSubject(GOOGLE, "c0"),
    calendarSubject(GOOGLE, "c1"),
    calendarSubject(FEED, "c0"),
  ] as const;
  expect(new Set(subjects.map(subjectKey)).size).toBe(subjects.length);
  expect(subjects.slice(0, 3).map(printedSubject)).toEqual(subjects.slice(0, 3));
});

test("an account that was never asked has nothing that was said, done or waited for", () => {
  expect(emptyChecksLog()).toEqual({ start: null, entries: [], outcomesOnly: false });
  expect(isCheck({ at: 0, ms: 0, outcome: "timed-out" } as never)).toBe(true);
  expect(isCheck({ at: 0, action: "end-snooze" })).toBe(false);
  const { readings, reconnections, mendings, bookingsChecks, automatic, ...rest } = emptyStatus();
  expect([readings, reconnections, mendings, bookingsChecks]).toEqual([[], [], [], []]);
  expect(automatic).toEqual({ rewrite: null, acts: [], triedCalendars: [], underWay: null });
  expect(rest.bulkAcknowledgeAnswered).toBe(false);
});
