import { expect, test } from "vitest";
import { answered, broken } from "../../../dev/gallery/answers.ts";
import { feed, googleFlagged, outlook, toDana } from "../../../dev/gallery/people.ts";
import { emptyRun, runSummary, type TestRun, testable, testedCount, withTested } from "./test-all.ts";
import { storedAfter } from "./testing/stored-after.ts";

test("tested are the selected calendars that Cal.com lists now, and no feed's address is their name", () => {
  const stored = storedAfter([
    answered(60, [googleFlagged, outlook, feed], toDana),
    answered(5, [googleFlagged, broken(outlook, "Access token expired or revoked"), feed], toDana),
  ]);
  expect(testable([stored]).map(({ name }) => name)).toEqual([
    "dana@example.com",
    "Clinic rota",
    "Family",
    "Colleague: Kim",
    "feeds.example.com",
  ]);
});

test("it says how many can be read, and which can't or can't be tested", () => {
  let run: TestRun = emptyRun(4);
  run = withTested(run, "Family", null);
  run = withTested(run, "Work", null);
  run = withTested(run, "Team", { problem: "unreadable" });
  run = withTested(run, "Rota", { problem: "notYours" });
  expect(run.state).toBe("running");
  expect(testedCount(run)).toBe(4);
  expect(runSummary({ ...run, state: "done" })).toEqual([
    "2 calendars can be read.",
    "1 calendar can't be read: Team.",
    "1 calendar can't be tested: Rota.",
  ]);
});

test("what is about the account ends it, since the next calendar would fare no better", () => {
  const run = withTested(withTested(emptyRun(3), "Family", null), "Work", { problem: "offline" });
  expect(run.state).toEqual({ problem: "offline" });
  expect(runSummary(run)).toEqual([
    "Stopped after 1 of 3: This device is offline.",
    "1 calendar can be read.",
  ]);
});

test("many names are cut short", () => {
  const names = ["A", "B", "C", "D", "E", "F"];
  const run = names.reduce((one, name) => withTested(one, name, { problem: "unreadable" }), emptyRun(6));
  expect(runSummary({ ...run, state: "done" })).toEqual([
    "6 calendars can't be read: A, B, C, D and 2 more.",
  ]);
});
