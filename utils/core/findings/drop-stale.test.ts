import { expect, test } from "vitest";
import { aFinding, anAccountState, MINUTE, NOW } from "../../../tests/support/unit/world.ts";
import type { FindingRecord } from "../model/account-state.ts";
import type { Notice } from "../model/changes.ts";
import { coveredIn, dropStale } from "./outbox.ts";

const DAY = 24 * 60 * MINUTE;
const notice = (recovered: boolean): Notice => ({
  kind: "no-connections",
  subject: { type: "account" },
  level: "error",
  recovered,
});
const [NEWS, RECOVERY] = [notice(false), notice(true)];
const withFinding = (change: Partial<FindingRecord> = {}) =>
  anAccountState({ findings: [aFinding({ kind: "no-connections", ...change })] });
const holds = (of: Notice, state = withFinding(), at = NOW) =>
  dropStale({ at, notices: [of], automatic: [] }, state, NOW).length === 1;

test("a problem that stands is told", () => {
  expect(holds(NEWS)).toBe(true);
});

test.each([
  ["is gone", anAccountState()],
  ["has ended", withFinding({ endedCounted: NOW })],
  ["is covered by something worse", withFinding({ inhibited: true })],
  ["was marked as expected", withFinding({ acknowledged: true })],
  ["is only suspected again", withFinding({ confirmed: false })],
])("a problem that %s is not told", (_, state) => {
  expect(holds(NEWS, state)).toBe(false);
});

test("a recovery is told unless it is broken again", () => {
  expect(holds(RECOVERY, anAccountState())).toBe(true);
  expect(holds(RECOVERY, withFinding())).toBe(false);
  expect(holds(RECOVERY, withFinding({ acknowledged: true }))).toBe(false);
});

test("a recovery that is a day old is told, an older one is not; what stands is told however old it is", () => {
  expect(holds(RECOVERY, anAccountState(), NOW - DAY)).toBe(true);
  expect(holds(RECOVERY, anAccountState(), NOW - DAY - 1)).toBe(false);
  expect(holds(NEWS, withFinding(), NOW - 40 * DAY)).toBe(true);
});

test("that it works again is not told where nobody was told that it broke", () => {
  const other: Notice = { ...RECOVERY, kind: "key-rejected" };
  expect(
    dropStale({ at: NOW, notices: [RECOVERY, other, NEWS], automatic: [] }, anAccountState(), NOW),
  ).toEqual([other]);
});

test("that it works again is told once where somebody was told that it broke, whatever came between", () => {
  const notices = [RECOVERY, NEWS, RECOVERY];
  expect(dropStale({ at: NOW, notices, automatic: [] }, anAccountState(), NOW)).toEqual([RECOVERY]);
  expect(dropStale({ at: NOW, notices: [NEWS, RECOVERY], automatic: [] }, withFinding(), NOW)).toEqual([
    NEWS,
  ]);
});

test.each([
  ["is covered by something worse", withFinding({ inhibited: true }), [NEWS]],
  ["stands", withFinding(), []],
  ["was marked as expected", withFinding({ inhibited: true, acknowledged: true }), []],
  ["is gone", anAccountState(), []],
  ["has ended", withFinding({ inhibited: true, endedCounted: NOW }), []],
  ["is only suspected again", withFinding({ inhibited: true, confirmed: false }), []],
])("a problem that %s waits until it is uncovered, or does not", (_, state, waiting) => {
  expect(coveredIn({ at: NOW, notices: [NEWS, RECOVERY], automatic: [] }, state)).toEqual(waiting);
});

test("a clock that was set back keeps nothing from being told", () => {
  expect(holds(NEWS, withFinding(), NOW + 2 * DAY)).toBe(true);
});

test("of several what holds is left", () => {
  const other: Notice = { ...NEWS, kind: "destination-missing", subject: { type: "destination" } };
  const left = dropStale({ at: NOW, notices: [other, NEWS], automatic: [] }, withFinding(), NOW);
  expect(left).toEqual([NEWS]);
});

test("what two checks have found comes in one order: the worst first, recoveries last", () => {
  const warning: Notice = { ...NEWS, kind: "unreachable", level: "warning" };
  const solved: Notice = { ...RECOVERY, kind: "key-rejected" };
  const state = anAccountState({
    findings: [aFinding({ kind: "no-connections" }), aFinding({ kind: "unreachable", level: "warning" })],
  });
  const left = dropStale({ at: NOW, notices: [warning, solved, NEWS], automatic: [] }, state, NOW);
  expect(left).toEqual([NEWS, warning, solved]);
});
