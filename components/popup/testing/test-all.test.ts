import { expect, test } from "vitest";
import { DANA, NOW } from "../../../tests/fixtures/account.ts";
import { answered, broken } from "../../../tests/fixtures/answers.ts";
import { feed, googleFlagged, outlook, toDana } from "../../../tests/fixtures/people.ts";
import { storedAfter } from "../../../tests/fixtures/stored-after.ts";
import type { Reading } from "../../../utils/core/model/records.ts";
import { calendarSubject } from "../../../utils/core/model/subject.ts";
import {
  isSkipped,
  passedCount,
  runSummary,
  startedRun,
  type Testable,
  testable,
  testedCount,
  withSkipped,
  withTested,
} from "./test-all.ts";

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

const idOf = { integration: "google_calendar", credentialId: 135, delegationCredentialId: null };
const of = (name: string, accountId = DANA.id): Testable => ({
  accountId,
  account: `Account ${accountId}`,
  calendar: calendarSubject(idOf, name),
  name,
});
const stored = (busyTimes: Record<string, number>) => [
  storedAfter([], {
    readings: Object.entries(busyTimes).map(
      ([externalId, count]): Reading => ({ ...idOf, externalId, at: NOW, outcome: "busy", count }),
    ),
  }),
];
const FOUR = ["Family", "Work", "Team", "Rota"].map((name) => of(name));

test("it says how many can be read, and which can't or can't be tested", () => {
  const [family, work, team, rota] = FOUR as [Testable, Testable, Testable, Testable];
  let run = startedRun([...FOUR, of("Old")]);
  run = withTested(run, family, null);
  run = withTested(run, work, null);
  run = withTested(run, team, { problem: "unreadable" });
  run = withTested(run, rota, { problem: "notYours" });
  run = withTested(run, of("Old"), { problem: "notSelected" });
  expect(run.state).toBe("running");
  expect(testedCount(run)).toBe(5);
  expect(runSummary({ ...run, state: "done" }, stored({ Family: 2, Work: 1 }))).toEqual([
    "2 calendars can be read.",
    "1 calendar can't be read: Team.",
    "2 calendars can't be tested: Rota and Old.",
  ]);
});

test("where no busy time was seen nothing shows that it can be read", () => {
  const run = FOUR.reduce((one, calendar) => withTested(one, calendar, null), startedRun(FOUR));
  expect(runSummary({ ...run, state: "done" }, stored({ Family: 3, Work: 0, Team: 1 }))).toEqual([
    "2 calendars can be read.",
    "No busy time seen in: Work and Rota. A calendar that can't be read can look the same.",
  ]);
});

test("what is about this device ends it, since the next calendar would fare no better", () => {
  const run = withTested(withTested(startedRun(FOUR), of("Family"), null), of("Work"), {
    problem: "offline",
  });
  expect(run.state).toEqual({ problem: "offline" });
  expect(runSummary(run, stored({ Family: 1 }))).toEqual([
    "Stopped after 1 of 4: This device is offline.",
    "1 calendar can be read.",
  ]);
});

test("what is about an account skips the rest of that one only", () => {
  const all = [of("Family"), of("Work"), of("Team"), of("Rota", "other")];
  let run = withTested(startedRun(all), of("Family"), null);
  run = withTested(run, of("Work"), { problem: "noKey" });
  expect(run.state).toBe("running");
  expect(all.filter((calendar) => isSkipped(run, calendar)).map(({ name }) => name)).toEqual([
    "Family",
    "Work",
    "Team",
  ]);
  run = withSkipped(run, of("Team"));
  expect(passedCount(run)).toBe(3);
  expect(runSummary({ ...run, state: "done" }, stored({ Family: 1 }))).toEqual([
    "The rest of Account dana was not tested: The API key is forgotten. Enter it again.",
    "1 calendar can be read.",
  ]);
});

test("an answer of the account's server is about that account, or about the one calendar", () => {
  for (const problem of ["redirected", "outOfScope"] as const) {
    expect(withTested(startedRun(FOUR), of("Work"), { problem }).skipped).toHaveLength(1);
  }
  const said = { problem: "calError", status: 500, message: "Sorry" } as const;
  expect(withTested(startedRun(FOUR), of("Work"), said).notTestable).toEqual(["Work"]);
});

test("of a single account it is said as the end of all", () => {
  const run = withTested(startedRun(FOUR), of("Family"), { problem: "noKey" });
  expect(runSummary({ ...run, state: "done" }, stored({}))).toEqual([
    "Stopped after 0 of 4: The API key is forgotten. Enter it again.",
  ]);
});

test("many names are cut short", () => {
  const all = ["A", "B", "C", "D", "E", "F"].map((name) => of(name));
  const run = all.reduce(
    (one, calendar) => withTested(one, calendar, { problem: "unreadable" }),
    startedRun(all),
  );
  expect(runSummary({ ...run, state: "done" }, [])).toEqual([
    "6 calendars can't be read: A, B, C, D and 2 more.",
  ]);
});
