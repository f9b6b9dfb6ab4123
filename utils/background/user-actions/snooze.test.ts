import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  aFinding,
  anAccountState,
  MINUTE,
  NOW,
  seed,
  stored,
  storedHistory,
  storedStatus,
} from "../../../tests/support/unit/world.ts";
import { statusOf } from "../../core/model/records.ts";
import { endSnooze, snooze } from "./snooze.ts";

const { local } = fakeBrowser.storage;
const HOUR = 60 * MINUTE;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

const ends = async (...ids: string[]) =>
  Promise.all(ids.map(async (id) => (await storedStatus(id)).state.snoozeUntil));
const historyEntries = async (id: string) => (await storedHistory(id))?.entries;

test("all accounts are snoozed, with an entry each, in one write", async () => {
  await seed([{}, { account: { id: "a2" } }]);
  const set = vi.spyOn(local, "set");
  expect(await snooze("hour")).toEqual({ ok: true });
  expect(set).toHaveBeenCalledTimes(1);
  expect(await ends("a1", "a2")).toEqual([NOW + HOUR, NOW + HOUR]);
  for (const id of ["a1", "a2"]) {
    expect(await historyEntries(id)).toEqual([
      { at: NOW, event: "action", action: "snooze", until: NOW + HOUR },
    ]);
  }
});

test.each([
  ["tomorrow", Date.parse("2026-03-05T08:00:00+01:00")],
  ["week", NOW + 7 * 24 * HOUR],
] as const)("%s ends at its time", async (howLong, end) => {
  await seed([{}]);
  await snooze(howLong);
  expect(await ends("a1")).toEqual([end]);
});

describe("while the clock is not believed", () => {
  const DAY = 24 * HOUR;
  const jump = { aheadBy: 40 * DAY, answeredAt: null, lastAttemptAt: NOW, lastGoodAt: NOW };

  test("a snooze is as long as it was meant to be in each account's own time", async () => {
    await seed([{}, { account: { id: "a2" } }]);
    const status = await storedStatus("a1");
    await local.set({ [statusOf("a1")]: { ...status, clock: { believedAt: NOW, jump } } });
    vi.setSystemTime(NOW + 40 * DAY + MINUTE);
    await snooze("hour");
    expect(await ends("a1", "a2")).toEqual([NOW + MINUTE + HOUR, NOW + 40 * DAY + MINUTE + HOUR]);
    await endSnooze();
    expect(await ends("a1", "a2")).toEqual([null, null]);
  });

  test("no act of the person ends what is quiet", async () => {
    const problem = aFinding({ kind: "no-connections" });
    const snoozed = [{ kind: problem.kind, subject: problem.subject, until: NOW + HOUR }];
    await seed([{ state: anAccountState({ lastAttemptAt: NOW, findings: [problem], snoozed }) }]);
    vi.setSystemTime(NOW + 40 * DAY);
    await snooze("hour");
    expect((await storedStatus()).state.snoozed).toEqual(snoozed);
  });
});

test("findings, schedule and what is in the outbox stay as they are", async () => {
  const findings = [aFinding({ kind: "no-connections" })];
  await seed([{ state: anAccountState({ findings }) }]);
  const before = await storedStatus();
  await snooze("week");
  const after = await storedStatus();
  expect(after).toMatchObject({ nextCheckAt: before.nextCheckAt });
  expect(after.state).toEqual({ ...before.state, snoozeUntil: NOW + 7 * 24 * HOUR });
});

describe("one account alone", () => {
  test("is snoozed, and the history says that it is this one", async () => {
    await seed([{}, { account: { id: "a2" } }]);
    expect(await snooze("hour", "a2")).toEqual({ ok: true });
    expect(await ends("a1", "a2")).toEqual([null, NOW + HOUR]);
    expect(await historyEntries("a1")).toBeUndefined();
    expect(await historyEntries("a2")).toEqual([
      { at: NOW, event: "action", action: "snooze", until: NOW + HOUR, alone: true },
    ]);
  });

  test("is awake again, and another one stays as it is", async () => {
    const state = anAccountState({ snoozeUntil: NOW + HOUR });
    await seed([{ state }, { account: { id: "a2" }, state }]);
    expect(await endSnooze("a2")).toEqual({ ok: true });
    expect(await ends("a1", "a2")).toEqual([NOW + HOUR, null]);
  });

  test("that is not there is not snoozed, nor any other", async () => {
    await seed([{}]);
    expect(await snooze("hour", "gone")).toEqual({ ok: false });
    expect(await ends("a1")).toEqual([null]);
  });
});

describe("ending it", () => {
  test("brings back every account that is snoozed, and is told of those alone", async () => {
    await seed([{ state: anAccountState({ snoozeUntil: NOW + HOUR }) }, { account: { id: "a2" } }]);
    expect(await endSnooze()).toEqual({ ok: true });
    expect(await ends("a1", "a2")).toEqual([null, null]);
    expect(await historyEntries("a1")).toEqual([{ at: NOW, event: "action", action: "end-snooze" }]);
    expect(await historyEntries("a2")).toBeUndefined();
  });

  test("when none is snoozed any more changes nothing", async () => {
    await seed([{ state: anAccountState({ snoozeUntil: NOW }) }]);
    const before = await stored();
    expect(await endSnooze()).toEqual({ ok: true });
    expect(await stored()).toEqual(before);
  });
});

test("an account of a later version is left alone, and the others are snoozed", async () => {
  await seed([{}, { account: { id: "a2" } }]);
  await local.set({ [statusOf("a1")]: { version: 99 } });
  expect(await snooze("hour")).toEqual({ ok: true });
  expect(await ends("a2")).toEqual([NOW + HOUR]);
  expect((await stored())[statusOf("a1")]).toEqual({ version: 99 });
});

test("without an account nothing is snoozed, and it says so", async () => {
  expect(await snooze("hour")).toEqual({ ok: false });
  expect(await stored()).toEqual({});
});
