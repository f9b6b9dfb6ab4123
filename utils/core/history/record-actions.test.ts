import { expect, test } from "vitest";
import { aConnection, accountStateOf, GOOGLE } from "../../../tests/fixtures/account-states.ts";
import { namesIn } from "../../copy/history/names.ts";
import { emptyHistory, type HistoryEntry } from "../model/history.ts";
import { calendarSubject } from "../model/subject.ts";
import { type JournalEntry, recordActions } from "./record-actions.ts";

const NOW = Date.parse("2026-03-04T13:05:00Z");
const family = calendarSubject(GOOGLE, "c0");

test.each<[JournalEntry, Partial<HistoryEntry>]>([
  [{ action: "connect" }, {}],
  [{ action: "replace-key" }, {}],
  [{ action: "end-snooze" }, {}],
  [{ action: "keep-destination" }, {}],
  [{ action: "snooze", until: NOW + 1 }, { until: NOW + 1 }],
  [
    { action: "snooze", until: NOW + 1, alone: true },
    { until: NOW + 1, alone: true },
  ],
  [
    { action: "select-calendar", subject: family, byItself: true },
    { connection: 0, name: "Family", byItself: true },
  ],
  [
    { action: "select-calendar", subject: family },
    { connection: 0, name: "Family" },
  ],
  [
    { action: "unselect-calendar", subject: family },
    { connection: 0, name: "Family" },
  ],
  [{ action: "set-destination", to: { ...GOOGLE, externalId: "c0", name: null } }, { name: "Family" }],
  [
    { action: "acknowledge", kind: "read-only", subject: family, level: "notice" },
    { kind: "read-only", level: "notice", connection: 0, name: "Family" },
  ],
  [
    { action: "unacknowledge", kind: "key-rejected", subject: { type: "account" }, level: "error" },
    { kind: "key-rejected", level: "error" },
  ],
])("an entry says what the person did: %j", (did, entry) => {
  const { entries } = recordActions(emptyHistory(), [did], namesIn([accountStateOf(aConnection())]), NOW);
  expect(entries).toEqual([{ at: NOW, event: "action", action: did.action, ...entry }]);
});

test("a history without anything done is the same", () => {
  const history = emptyHistory();
  expect(recordActions(history, [], namesIn([]), NOW)).toBe(history);
});

test("of what was done at once the worst is written last, and stays of more than 2,000", () => {
  const marks = (level: "error" | "notice", count: number) =>
    Array.from(
      { length: count },
      (): JournalEntry => ({ action: "acknowledge", kind: "read-only", subject: family, level }),
    );
  const { entries } = recordActions(
    emptyHistory(),
    [...marks("error", 1), ...marks("notice", 2_500)],
    namesIn([accountStateOf(aConnection())]),
    NOW,
  );
  expect(entries).toHaveLength(2_000);
  expect(entries.slice(-2).map(({ level }) => level)).toEqual(["notice", "error"]);
});
