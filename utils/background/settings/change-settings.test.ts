import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { anAccountState, MINUTE, NOW, seed, stored } from "../../../tests/support/unit/world.ts";
import { POLICY, SETTINGS, statusOf } from "../../core/model/records.ts";
import { DEFAULT_SETTINGS } from "../../core/settings/records.ts";
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
