import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  anAccountState,
  MINUTE,
  NOW,
  seed,
  stored,
  storedStatus,
} from "../../../tests/support/unit/world.ts";
import { type Outbox, POLICY, SETTINGS, type StatusRecord, statusOf } from "../../core/model/records.ts";
import { DEFAULT_SETTINGS } from "../../core/settings/records.ts";
import type { SettingsChange } from "../../messaging/commands.ts";
import { changeSettings } from "./change-settings.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

test("what is not mentioned stays", async () => {
  await seed([], { intervalMinutes: 60, countingLevel: "error" });
  expect(await changeSettings({ countingLevel: "warning" })).toEqual({ ok: true });
  expect((await stored())[SETTINGS]).toEqual({
    ...DEFAULT_SETTINGS,
    intervalMinutes: 60,
    countingLevel: "warning",
  });
});

test("a shorter interval makes the next checks due sooner, in the same write, and leaves backoffs alone", async () => {
  const backingOff = anAccountState({ failures: 5, lastFailure: { reason: "timed-out" } });
  await seed([
    { nextCheckAt: NOW + 25 * MINUTE },
    { account: { id: "a2" }, state: backingOff, nextCheckAt: NOW + 25 * MINUTE },
  ]);
  const set = vi.spyOn(fakeBrowser.storage.local, "set");
  await changeSettings({ intervalMinutes: 10 });
  expect(set).toHaveBeenCalledTimes(1);
  expect(await stored()).toMatchObject({
    [statusOf("a1")]: { nextCheckAt: NOW + 10 * MINUTE },
    [statusOf("a2")]: { nextCheckAt: NOW + 25 * MINUTE },
  });
});

test("settings of a later version are not changed, and it says so", async () => {
  await fakeBrowser.storage.local.set({ [SETTINGS]: { version: 2 } });
  expect(await changeSettings({ intervalMinutes: 10 })).toEqual({ ok: false });
  expect((await stored())[SETTINGS]).toEqual({ version: 2 });
});

test("what an administrator has set is not changed, nor anything with it", async () => {
  await seed([], { intervalMinutes: 60 });
  await fakeBrowser.storage.local.set({
    [POLICY]: { version: 1, policy: { notifications: true }, ignored: [] },
  });
  const before = await stored();
  expect(await changeSettings({ notifications: false, intervalMinutes: 10 })).toEqual({ ok: false });
  expect(await stored()).toEqual(before);
  expect(await changeSettings({ intervalMinutes: 10 })).toEqual({ ok: true });
});

describe("what quiet hours keep back", () => {
  // NOW is Wednesday, 14:05 in Berlin.
  const QUIET = "wed 14:00-15:00";
  const untold: Outbox = { at: NOW - MINUTE, notices: [], automatic: [{ what: "everything", name: null }] };

  /** When what is to be told of both accounts is from, after such a change; null where there is nothing to tell. */
  async function datesAfter(before: string, change: SettingsChange) {
    await seed([{}, { account: { id: "a2" } }], { quietHours: before });
    const { [statusOf("a1")]: status } = await stored();
    await fakeBrowser.storage.local.set({ [statusOf("a1")]: { ...(status as object), outbox: untold } });
    const due = (status as StatusRecord).nextCheckAt;
    await changeSettings(change);
    const all = [await storedStatus("a1"), await storedStatus("a2")];
    expect(all.map(({ nextCheckAt }) => nextCheckAt)).toEqual([due, due]);
    return all.map(({ outbox }) => outbox?.at ?? null);
  }

  test.each([
    ["are switched off", ""],
    ["are others", "mon 22:00-07:00"],
  ])("is news when they %s", async (_, quietHours) => {
    expect(await datesAfter(QUIET, { quietHours })).toEqual([NOW, null]);
  });

  test.each<[string, string, SettingsChange]>([
    ["another setting is changed", QUIET, { showBadge: false }],
    ["they are not now", "mon 22:00-07:00", { quietHours: "" }],
  ])("stays as old as it is when %s", async (_, before, change) => {
    expect(await datesAfter(before, change)).toEqual([untold.at, null]);
  });
});
