import { expect, test } from "vitest";
import { aConnection, accountStateOf, GOOGLE } from "../../../tests/fixtures/account-states.ts";
import { aFinding, NOW } from "../../../tests/support/unit/world.ts";
import type { EventTypesProblem } from "../../cal-api/observation.ts";
import type { AccountEvent } from "../model/changes.ts";
import type { FindingKind } from "../model/finding.ts";
import { KINDS } from "../model/kinds.ts";
import type { EventTypesRead } from "../model/records.ts";
import { ACCOUNT, calendarSubject, connectionSubject, DESTINATION, type Subject } from "../model/subject.ts";
import { HOUR, MINUTE } from "../time.ts";
import { shouldReadEventTypes } from "./should-read-event-types.ts";

type Circumstances = Parameters<typeof shouldReadEventTypes>[0];

const read = (change: Partial<EventTypesRead> = {}): EventTypesRead => {
  const at = NOW - 30 * MINUTE;
  return { at, goodAt: at, problem: null, awaited: [], ...change };
};
const healthy = accountStateOf(aConnection());
const isRead = (change: Partial<Circumstances> = {}) =>
  shouldReadEventTypes({ read: read(), before: healthy, after: healthy, events: [], now: NOW, ...change });

const came = (kind: FindingKind, subject: Subject): AccountEvent => {
  const [level] = KINDS[kind].levels;
  return { what: "came", kind, level, subject };
};
const gone = came("calendar-gone", calendarSubject(GOOGLE, "c0"));

test("event types are read in the first check, and then every six hours while nothing happens", () => {
  expect(isRead({ read: null })).toBe(true);
  expect(isRead()).toBe(false);
  expect(isRead({ read: read({ at: NOW - 6 * HOUR + 1 }) })).toBe(false);
  expect(isRead({ read: read({ at: NOW - 6 * HOUR }) })).toBe(true);
});

test("a clock that was set back does not keep them from being read", () => {
  expect(isRead({ read: read({ at: NOW + HOUR, problem: "outOfScope" }) })).toBe(true);
});

test.each<[string, AccountEvent]>([
  ["a connection is confirmed broken", came("connection-error", connectionSubject(GOOGLE))],
  ["a calendar is confirmed gone", gone],
  ["a calendar can only be read", came("read-only", calendarSubject(GOOGLE, "c0"))],
  ["bookings go elsewhere", came("destination-changed", DESTINATION)],
  ["no connection is left", came("no-connections", ACCOUNT)],
  ["the destination is another", { what: "destination", from: null, to: null, byPerson: false }],
])("they are read at once when %s", (_, event) => {
  expect(isRead({ events: [event] })).toBe(true);
});

test.each<[string, AccountEvent]>([
  ["a calendar is checked", { what: "selected", subject: calendarSubject(GOOGLE, "c0"), byPerson: true }],
  ["nothing is checked", came("nothing-selected", ACCOUNT)],
  ["a calendar is not checked", came("not-selected", calendarSubject(GOOGLE, "c0"))],
])("they are not when %s", (_, event) => {
  expect(isRead({ events: [event] })).toBe(false);
});

test("they are read when a connection came, went, broke or is replaced", () => {
  const broken = accountStateOf(aConnection({ condition: "broken" }));
  const two = accountStateOf(aConnection(), aConnection({ credentialId: 9 }));
  const replaced = accountStateOf(aConnection({ replacedBy: { ...GOOGLE, credentialId: 9 } }));
  for (const other of [broken, two, replaced]) {
    expect(isRead({ after: other })).toBe(true);
    expect(isRead({ before: other })).toBe(true);
    expect(isRead({ before: other, after: other })).toBe(false);
  }
});

test("they are read again while something about one is suspected, and until what was asked for is looked for", () => {
  const lost = aFinding({ kind: "event-type-destination-lost", subject: { type: "eventType", id: 1 } });
  const suspected = { ...healthy, findings: [{ ...lost, confirmed: false }] };
  expect(isRead({ after: suspected })).toBe(true);
  expect(isRead({ after: { ...healthy, findings: [lost] } })).toBe(false);
  expect(isRead({ read: read({ awaited: [1] }) })).toBe(true);
});

test.each<EventTypesProblem>(["outOfScope", "notOffered", "unreadable"])(
  "after %s nobody is asked again for six hours, whatever happens",
  (problem) => {
    expect(isRead({ events: [gone], read: read({ problem, awaited: [1] }) })).toBe(false);
    expect(isRead({ read: read({ problem, at: NOW - 6 * HOUR }) })).toBe(true);
  },
);

test("where there was no answer, the next check tries again", () => {
  expect(isRead({ read: read({ problem: "failed", at: NOW - MINUTE }) })).toBe(true);
});

test("a doubt about something else is no reason, nor is one that is over; a try of this moment is none yet", () => {
  const doubted = (kind: FindingKind, subject: Subject, change: object = {}) => {
    const finding = aFinding({ kind, subject, confirmed: false, ...change });
    return isRead({ after: { ...healthy, findings: [finding] } });
  };
  expect(doubted("destination-changed", DESTINATION)).toBe(false);
  expect(isRead({ read: read({ at: NOW }) })).toBe(false);
});

test("the order in which connections are listed is no change", () => {
  const two = [aConnection(), aConnection({ credentialId: 99 })] as const;
  const [before, after] = [accountStateOf(...two), accountStateOf(...two.toReversed())];
  expect(isRead({ before, after })).toBe(false);
});
