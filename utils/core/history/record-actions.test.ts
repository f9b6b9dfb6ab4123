import { expect, test } from "vitest";
import { aConnection, accountStateOf, GOOGLE } from "../../../tests/fixtures/account-states.ts";
import { calendarSubject } from "../findings/subject.ts";
import { emptyHistory, type HistoryEntry } from "./history.ts";
import { type Did, recordDeeds } from "./record-actions.ts";

const NOW = Date.parse("2026-03-04T13:05:00Z");
const family = calendarSubject(GOOGLE, "c0");

test.each<[Did, Partial<HistoryEntry>]>([
  [{ deed: "account-connected" }, {}],
  [{ deed: "key-replaced" }, {}],
  [{ deed: "snooze-ended" }, {}],
  [{ deed: "keep-destination" }, {}],
  [{ deed: "snoozed", until: NOW + 1 }, { until: NOW + 1 }],
  [
    { deed: "select", subject: family },
    { connection: 0, name: "Family" },
  ],
  [
    { deed: "unselect", subject: family },
    { connection: 0, name: "Family" },
  ],
  [{ deed: "set-destination", to: { ...GOOGLE, externalId: "c0", name: null } }, { name: "Family" }],
  [
    { deed: "expected", kind: "read-only", subject: family, level: "notice" },
    { kind: "read-only", level: "notice", connection: 0, name: "Family" },
  ],
  [
    { deed: "taken-back", kind: "key-rejected", subject: { type: "account" }, level: "error" },
    { kind: "key-rejected", level: "error" },
  ],
])("an entry says what the person did: %j", (did, entry) => {
  const { entries } = recordDeeds(emptyHistory(), [did], [accountStateOf(aConnection())], NOW);
  expect(entries).toEqual([{ at: NOW, event: "did", deed: did.deed, ...entry }]);
});

test("a history without anything done is the same", () => {
  const history = emptyHistory();
  expect(recordDeeds(history, [], [], NOW)).toBe(history);
});

test("of what was done at once the worst is written last, and stays of more than 2,000", () => {
  const marks = (level: "error" | "notice", count: number) =>
    Array.from(
      { length: count },
      (): Did => ({ deed: "expected", kind: "read-only", subject: family, level }),
    );
  const { entries } = recordDeeds(
    emptyHistory(),
    [...marks("error", 1), ...marks("notice", 2_500)],
    [accountStateOf(aConnection())],
    NOW,
  );
  expect(entries).toHaveLength(2_000);
  expect(entries.slice(-2).map(({ level }) => level)).toEqual(["notice", "error"]);
});
