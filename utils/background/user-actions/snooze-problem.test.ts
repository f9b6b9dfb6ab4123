import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  aFinding,
  anAccountState,
  calendarSubject,
  MINUTE,
  NOW,
  seed,
  stored,
  storedHistory,
  storedStatus,
} from "../../../tests/support/unit/world.ts";
import { statusOf } from "../../core/model/records.ts";
import { endProblemSnooze, snoozeProblem } from "./snooze-problem.ts";

const HOUR = 60 * MINUTE;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

const ref = (name: string) => ({ kind: "calendar-gone" as const, subject: calendarSubject(name) });
const standing = (...names: string[]) =>
  anAccountState({ findings: names.map((name) => aFinding({ level: "warning", ...ref(name) })) });
const snoozed = async () => (await storedStatus()).state.snoozed;
const entries = async () => (await storedHistory())?.entries ?? [];

test("a problem is snoozed until its end, and the history says which", async () => {
  await seed([{ state: standing("one", "two") }]);
  expect(await snoozeProblem("a1", [ref("two")], "hour")).toEqual({ ok: true });
  expect(await snoozed()).toEqual([{ ...ref("two"), until: NOW + HOUR }]);
  expect(await entries()).toMatchObject([
    { event: "action", action: "snooze-problem", kind: "calendar-gone", until: NOW + HOUR },
  ]);
});

test("what is no longer the case is not snoozed, and nothing is written", async () => {
  await seed([{ state: standing("one") }]);
  const before = await stored();
  expect(await snoozeProblem("a1", [ref("gone")], "week")).toEqual({ ok: true });
  expect(await stored()).toEqual(before);
});

test("it can be ended, also after the problem has; of others nothing changes", async () => {
  const until = NOW + HOUR;
  const state = { ...standing("one"), snoozed: ["one", "over"].map((name) => ({ ...ref(name), until })) };
  await seed([{ state }]);
  await endProblemSnooze("a1", [ref("over")]);
  expect(await snoozed()).toEqual([{ ...ref("one"), until }]);
  await endProblemSnooze("a1", [ref("one")]);
  expect(await snoozed()).toEqual([]);
  expect((await entries()).map(({ action }) => action)).toEqual(["end-snooze-problem"]);
});

test("in an account that does not believe the clock, it ends by the account's own time", async () => {
  const DAY = 24 * HOUR;
  await seed([{ state: standing("one") }]);
  const status = await storedStatus();
  const jump = { aheadBy: 40 * DAY, answeredAt: null, lastAttemptAt: NOW, lastGoodAt: NOW };
  const { local } = fakeBrowser.storage;
  await local.set({ [statusOf("a1")]: { ...status, clock: { believedAt: NOW, jump } } });
  vi.setSystemTime(NOW + 40 * DAY);
  await snoozeProblem("a1", [ref("one")], "hour");
  expect(await snoozed()).toEqual([{ ...ref("one"), until: NOW + HOUR }]);
  expect(await entries()).toMatchObject([{ at: NOW, until: NOW + HOUR }]);
});

test("one that a jump of the clock has not ended can be ended", async () => {
  const state = { ...standing("one"), lastAttemptAt: NOW, snoozed: [{ ...ref("one"), until: NOW + HOUR }] };
  await seed([{ state }]);
  vi.setSystemTime(NOW + 40 * 24 * HOUR);
  await endProblemSnooze("a1", [ref("one")]);
  expect((await entries()).map(({ action }) => action)).toEqual(["end-snooze-problem"]);
});

test("an account that is not there can't be asked for it", async () => {
  await seed([{}]);
  expect(await snoozeProblem("nobody", [ref("one")], "hour")).toEqual({ ok: false });
});
