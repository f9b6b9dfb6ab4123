import { expect, test } from "vitest";
import { aConnection, accountStateOf, GOOGLE } from "../../../tests/fixtures/account-states.ts";
import { namesIn } from "../../copy/history/names.ts";
import { emptyHistory } from "../model/history.ts";
import { calendarSubject } from "../model/subject.ts";
import { type CheckOutcome, historyAfterCheck } from "./after-check.ts";
import { OLDEST_MS } from "./bound-entries.ts";

const NOW = Date.parse("2026-03-04T13:05:00Z");

const look = (change: Partial<CheckOutcome> = {}): CheckOutcome => ({
  after: accountStateOf(aConnection()),
  names: namesIn([accountStateOf(aConnection())]),
  changes: { events: [], renamed: new Map() },
  actions: [],
  isGood: true,
  now: NOW,
  passed: change.now ?? NOW,
  today: "2026-03-04",
  ...change,
});
const unselected: CheckOutcome["changes"] = {
  events: [{ what: "unselected", subject: calendarSubject(GOOGLE, "c0"), byPerson: false }],
  renamed: new Map(),
};

test("a good answer leaves what happened and how the day was", () => {
  const { entries, days } = historyAfterCheck(emptyHistory(), look({ changes: unselected }));
  expect(entries).toMatchObject([{ at: NOW, event: "unselected", name: "Family" }]);
  expect(days).toMatchObject([{ last: "2026-03-04", days: "w" }]);
});

test("any other answer says nothing of the day", () => {
  const { entries, days } = historyAfterCheck(emptyHistory(), look({ changes: unselected, isGood: false }));
  expect(entries).toHaveLength(1);
  expect(days).toEqual([]);
});

test("one that changes nothing leaves the history as it is", () => {
  const history = historyAfterCheck(emptyHistory(), look());
  expect(historyAfterCheck(history, look())).toBe(history);
});

test("nothing is too old by a clock that has jumped", () => {
  const history = historyAfterCheck(emptyHistory(), look({ changes: unselected }));
  const jumped = { now: NOW + OLDEST_MS + 1, passed: NOW, today: "2026-06-02" };
  expect(historyAfterCheck(history, look({ isGood: false, ...jumped }))).toBe(history);
});

test("what is too old leaves with any look at Cal.com, even a failing one", () => {
  const history = historyAfterCheck(emptyHistory(), look({ changes: unselected }));
  const later = look({ isGood: false, now: NOW + OLDEST_MS + 1, today: "2026-06-02" });
  expect(historyAfterCheck(history, later)).toEqual(emptyHistory());
});
