import { expect, test } from "vitest";
import type { History, HistoryEntry } from "../model/history.ts";
import { type Filter, matching, NO_FILTER, namedConnections, recent } from "./filter.ts";

const GOOGLE = { integration: "google_calendar", credentialId: 1, delegationCredentialId: null };
const OUTLOOK = { ...GOOGLE, integration: "office365_calendar", credentialId: 2 };
const DAY = 24 * 60 * 60_000;

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
  ],
  days: [],
};

const times = (filter: Partial<Filter>) =>
  matching(HISTORY, { ...NO_FILTER, ...filter }).map(({ at, event }) => `${at} ${event}`);
const keyOf = (index: number) => namedConnections(HISTORY)[index]?.key ?? "none";

test("without a filter everything is there, newest first", () => {
  expect(times({})).toEqual([
    "6 action",
    "5 destination",
    "4 came",
    "4 unselected",
    "3 came",
    "2 recovered",
    "1 came",
  ]);
});

test("a clock that was set back does not put the list out of order", () => {
  const entries = [entry(9, {}), entry(7, {}), entry(8, {})];
  expect(matching({ ...HISTORY, entries }, NO_FILTER).map(({ at }) => at)).toEqual([9, 8, 7]);
});

test("a connection is one choice whatever it was called, under its latest name", () => {
  expect(namedConnections(HISTORY).map(({ app, whose }) => [app, whose])).toEqual([
    ["Google Calendar", "new@example.com"],
    ["Outlook Calendar", null],
  ]);
  expect(times({ about: keyOf(0) })).toEqual(["2 recovered", "1 came"]);
});

test("account and destination are one choice", () => {
  expect(times({ about: "account" })).toEqual(["5 destination", "4 came"]);
});

test("what the person did is not among the kind that it was about", () => {
  expect(times({ kind: "connection-error" })).toEqual(["3 came", "2 recovered", "1 came"]);
  expect(times({ kind: "action" })).toEqual(["6 action"]);
  expect(times({ kind: "selection" })).toEqual(["4 unselected"]);
  expect(times({ kind: "destination" })).toEqual(["5 destination"]);
});

test("both filters have to pass", () => {
  expect(times({ about: keyOf(1), kind: "connection-error" })).toEqual(["3 came"]);
  expect(times({ about: "account", kind: "flapping" })).toEqual([]);
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
