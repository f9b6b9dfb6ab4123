import { describe, expect, test } from "vitest";
import { aConnection, accountStateOf, FEED, GOOGLE } from "../../../tests/fixtures/account-states.ts";
import { namesIn } from "../../copy/history/names.ts";
import type { AccountState } from "../model/account-state.ts";
import type { AccountEvent } from "../model/changes.ts";
import { emptyHistory, type HistoryEntry } from "../model/history.ts";
import { calendarSubject, connectionSubject } from "../model/subject.ts";
import { record } from "./record.ts";

const NOW = Date.parse("2026-03-04T13:05:00Z");
const SECRET = "https://calendar.example.com/private/s3cr3t.ics?token=t0k3n";
const dana = accountStateOf(aConnection());

const after = (happenings: AccountEvent[], ...states: AccountState[]) =>
  record(emptyHistory(), happenings, namesIn(states.length > 0 ? states : [dana]), NOW);
const broke = (of = connectionSubject(GOOGLE)): AccountEvent => ({
  what: "came",
  kind: "connection-error",
  subject: of,
  level: "error",
});
const unselected = (externalId = "c0", of = GOOGLE): AccountEvent => ({
  what: "unselected",
  subject: calendarSubject(of, externalId),
  byPerson: false,
});
const destination = (externalId: string, name: string | null = null) => ({
  ...GOOGLE,
  externalId,
  name,
});

test("nothing that happened leaves the history as it is", () => {
  const history = emptyHistory();
  expect(record(history, [], namesIn([dana]), NOW)).toBe(history);
});

test.each<[AccountEvent, Partial<HistoryEntry>]>([
  [broke(), { event: "came", kind: "connection-error", level: "error", connection: 0 }],
  [
    { ...broke(), what: "recovered" } as AccountEvent,
    { event: "recovered", kind: "connection-error", level: "error", connection: 0 },
  ],
  [
    { what: "ended", kind: "calendar-gone", subject: calendarSubject(GOOGLE, "c0"), level: "warning" },
    { event: "ended", kind: "calendar-gone", level: "warning", connection: 0, name: "Family" },
  ],
  [
    { what: "came", kind: "unreachable", subject: { type: "account" }, level: "warning" },
    { event: "came", kind: "unreachable", level: "warning" },
  ],
  [unselected(), { event: "unselected", connection: 0, name: "Family" }],
  [
    { what: "selected", subject: calendarSubject(GOOGLE, "c0"), byPerson: true },
    { event: "selected", connection: 0, name: "Family", byPerson: true },
  ],
  [
    { what: "selected", subject: calendarSubject(GOOGLE, "c0"), byPerson: true, byItself: true },
    { event: "selected", connection: 0, name: "Family", byItself: true },
  ],
  [
    { what: "destination", from: destination("c0"), to: destination("w", "Work"), byPerson: false },
    { event: "destination", from: "Family", name: "Work" },
  ],
  [
    { what: "destination", from: destination("w", "Work"), to: null, byPerson: true },
    { event: "destination", from: "Work", byPerson: true },
  ],
])("an entry says what happened, when, and to what: %j", (happening, entry) => {
  expect(after([happening]).entries).toEqual([{ at: NOW, ...entry }]);
});

describe("names", () => {
  test("of a connection are kept once, and once more when it is called something else", () => {
    let history = after([broke(), unselected()]);
    expect(history.connections).toEqual([{ ...GOOGLE, app: "Google Calendar", whose: "dana@example.com" }]);
    const renamed = accountStateOf(aConnection({}, [{ name: "Home", email: "lopez@example.com" }]));
    history = record(history, [unselected()], namesIn([renamed]), NOW);
    expect(history.connections.map(({ whose }) => whose)).toEqual(["dana@example.com", "lopez@example.com"]);
    expect(history.entries.map(({ connection, name }) => [connection, name])).toEqual([
      [0, "Family"],
      [0, undefined],
      [1, "Home"],
    ]);
  });

  test("of what is forgotten by now are those of the state before", () => {
    const history = after([broke(), unselected()], accountStateOf(), dana);
    expect(history.connections).toMatchObject([{ app: "Google Calendar", whose: "dana@example.com" }]);
    expect(history.entries[0]?.name).toBe("Family");
  });

  test("of what nobody knows are made of its type", () => {
    const history = after([broke()], accountStateOf());
    expect(history.connections).toEqual([{ ...GOOGLE, app: "Google Calendar", whose: null }]);
  });

  test.each([null, SECRET, `Feed of ${SECRET}`])(
    "of a feed never hold its address, whatever it is called: %j",
    (name) => {
      const feed = accountStateOf(
        aConnection({ ...FEED, appName: null }, [{ externalId: SECRET, name, email: SECRET }]),
      );
      const history = after(
        [
          broke(connectionSubject(FEED)),
          unselected(SECRET, FEED),
          { what: "destination", from: { ...FEED, externalId: SECRET, name }, to: null, byPerson: false },
          {
            what: "destination",
            from: null,
            to: { ...FEED, integration: null, externalId: SECRET, name },
            byPerson: false,
          },
        ],
        feed,
      );
      expect(JSON.stringify(history)).not.toMatch(/s3cr3t|t0k3n|private|ics\?/);
      expect(history.entries[2]?.name).toContain("calendar.example.com");
    },
  );

  test("hold no identity of a calendar", () => {
    const nameless = accountStateOf(aConnection({}, [{ externalId: "AAMkAGQ1ZmFkLWVu0AAA=", email: null }]));
    expect(JSON.stringify(after([unselected("AAMkAGQ1ZmFkLWVu0AAA=")], nameless))).not.toContain("AAMk");
  });
});

test("of what happened at once the worst is written last, so that it is listed first and stays the longest", () => {
  const lost = Array.from({ length: 2_500 }, (_, index) => unselected(`c${index}`));
  const { entries } = after([broke(), { ...broke(), level: "warning" } as AccountEvent, ...lost]);
  expect(entries).toHaveLength(2_000);
  expect(entries.slice(-3).map(({ event, level }) => level ?? event)).toEqual([
    "unselected",
    "warning",
    "error",
  ]);
});

test("a first answer about 20,000 calendars leaves 2,000 entries", () => {
  const many = Array.from({ length: 20_000 }, (_, index) => unselected(`c${index}`));
  const { entries } = after(
    many,
    accountStateOf(
      aConnection(
        {},
        Array.from(many, (_, index) => ({ name: `Room ${index}` })),
      ),
    ),
  );
  expect(entries).toHaveLength(2_000);
  expect(entries.map(({ name }) => name)).toEqual(
    Array.from({ length: 2_000 }, (_, index) => `Room ${1_999 - index}`),
  );
});

test("an event type is named by its title, also when it is deleted", () => {
  const known = {
    ...dana,
    eventTypes: [{ id: 11, title: "Intro call", destination: null, remembered: null, seenAnswer: 1 }],
  };
  const ended: AccountEvent = {
    what: "ended",
    kind: "event-type-destination-broken",
    subject: { type: "eventType", id: 11 },
    level: "error",
  };
  expect(after([ended], dana, known).entries).toMatchObject([{ event: "ended", name: "Intro call" }]);
});
