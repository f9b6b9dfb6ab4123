import { expect, test } from "vitest";
import type { History, HistoryEntry } from "../model/history.ts";
import { DAY } from "../time.ts";
import { type Filter, matching, NO_FILTER, namedConnections, recent } from "./filter.ts";
import { historyItems } from "./incidents.ts";

const GOOGLE = { integration: "google_calendar", credentialId: 1, delegationCredentialId: null };
const OUTLOOK = { ...GOOGLE, integration: "office365_calendar", credentialId: 2 };

function entry(at: number, what: Partial<HistoryEntry>): HistoryEntry {
  return { at, event: "came", ...what };
}

const HISTORY: History = {
  connections: [
    { ...GOOGLE, app: "Google Calendar", whose: "old@example.com" },
    { ...OUTLOOK, app: "Outlook Calendar", whose: null },
    { ...GOOGLE, app: "Google Calendar", whose: "new@example.com" },
    { ...GOOGLE, credentialId: 3, app: "Not in any entry", whose: null },
  ],
  entries: [
    entry(1, { kind: "connection-error", connection: 0 }),
    entry(2, { event: "recovered", kind: "connection-error", connection: 2 }),
    entry(3, { kind: "connection-error", connection: 1 }),
    entry(4, { event: "unselected", connection: 1 }),
    entry(4, { kind: "unreachable" }),
    entry(5, { event: "destination", name: "Work" }),
    entry(6, { event: "action", action: "acknowledge", kind: "connection-error", connection: 1 }),
    entry(7, { event: "selected", connection: 1, byPerson: true }),
    entry(8, { event: "destination", name: "Work", byItself: true }),
    entry(9, { event: "action", action: "restore-everything", connection: 0, byItself: true }),
  ],
  days: [],
};

const passing = (filter: Partial<Filter>, history = HISTORY, now = 10) =>
  matching(historyItems(history), history.connections, { ...NO_FILTER, ...filter }, now).map(
    ({ at, entry: { event } }) => `${at} ${event}`,
  );
const keyOf = (index: number) => namedConnections(HISTORY)[index]?.key ?? "none";

test("without a filter everything is there", () => {
  expect(passing({})).toHaveLength(9);
});

test("problems are what was wrong, from begin to end", () => {
  expect(passing({ sort: "problems" })).toEqual(["4 came", "3 came", "1 came"]);
});

test("what the person did is mine, and what happened elsewhere or by itself a change", () => {
  expect(passing({ sort: "mine" })).toEqual(["7 selected", "6 action"]);
  expect(passing({ sort: "changes" })).toEqual([
    "9 action",
    "8 destination",
    "5 destination",
    "4 unselected",
  ]);
});

test("a connection is one choice whatever it was called, under its latest name", () => {
  expect(namedConnections(HISTORY).map(({ app, whose }) => [app, whose])).toEqual([
    ["Google Calendar", "new@example.com"],
    ["Outlook Calendar", null],
  ]);
  expect(passing({ about: keyOf(0) })).toEqual(["9 action", "1 came"]);
});

test("account and destination are one choice", () => {
  expect(passing({ about: "account" })).toEqual(["8 destination", "5 destination", "4 came"]);
});

test("all filters have to pass", () => {
  expect(passing({ about: keyOf(1), sort: "mine" })).toEqual(["7 selected", "6 action"]);
  expect(passing({ about: "account", sort: "mine" })).toEqual([]);
});

test("the last days have what happened on them, and what lasted until then", () => {
  const now = 200 * DAY;
  const history: History = {
    ...HISTORY,
    entries: [
      entry(now - 40 * DAY, { kind: "connection-error", connection: 0 }),
      entry(now - 39 * DAY, { kind: "connection-error", connection: 1 }),
      entry(now - 31 * DAY, { event: "unselected", connection: 0 }),
      entry(now - 20 * DAY, { event: "recovered", kind: "connection-error", connection: 0 }),
      entry(now - 7 * DAY, { event: "selected", connection: 0 }),
    ],
  };
  const days = (range: Filter["range"]) =>
    passing({ range }, history, now).map((line) => (now - Number(line.split(" ")[0])) / DAY);
  expect(days(7)).toEqual([7, 39]);
  expect(days(30)).toEqual([7, 39, 40]);
  expect(days(90)).toEqual([7, 31, 39, 40]);
});

test("entries of 90 days are shown, and none that is older", () => {
  const now = 200 * DAY;
  const entries = [entry(now - 90 * DAY - 1, {}), entry(now - 90 * DAY, {}), entry(now, {})];
  expect(recent({ ...HISTORY, entries }, now).entries.map(({ at }) => now - at)).toEqual([90 * DAY, 0]);
});

test("a time that no calendar has is left out", () => {
  const entries = [entry(1e300, {}), entry(1, {})];
  expect(recent({ ...HISTORY, entries }, 2).entries).toHaveLength(1);
});
