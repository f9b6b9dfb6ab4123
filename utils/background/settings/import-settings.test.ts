import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { OTHER_SETTINGS } from "../../../tests/fixtures/settings.ts";
import { MINUTE, NOW, seed, stored } from "../../../tests/support/unit/world.ts";
import { POLICY, SETTINGS, statusOf } from "../../core/model/records.ts";
import { exportText } from "../../core/settings/file.ts";
import { DEFAULT_SETTINGS } from "../../core/settings/records.ts";
import { importSettings } from "./import-settings.ts";

const { local } = fakeBrowser.storage;
const CHOSEN = { ...DEFAULT_SETTINGS, intervalMinutes: 60 } as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

const file = (settings: unknown) =>
  JSON.stringify({ format: "calendar-status-settings", version: 1, settings });

test("what was exported is imported, in one write, and the interval moves the next checks", async () => {
  await seed([{ nextCheckAt: NOW + 50 * MINUTE }], CHOSEN);
  const set = vi.spyOn(local, "set");
  expect(await importSettings(exportText(OTHER_SETTINGS))).toEqual({ ok: true, kept: [] });
  expect(set).toHaveBeenCalledTimes(1);
  expect(await stored()).toMatchObject({
    [SETTINGS]: { version: 1, ...OTHER_SETTINGS },
    [statusOf("a1")]: { nextCheckAt: NOW + 10 * MINUTE },
  });
});

test("settings that are missing stay, those that nobody knows are left out", async () => {
  await seed([], CHOSEN);
  const text = `\uFEFF${file({ appearance: "light", version: 7, language: "de" })}`;
  expect(await importSettings(text)).toEqual({ ok: true, kept: [] });
  expect((await stored())[SETTINGS]).toEqual({ ...CHOSEN, appearance: "light" });
});

test("what an administrator has set is kept, and named where the file says otherwise", async () => {
  await seed([], CHOSEN);
  const policy = { intervalMinutes: 120, notifications: false, apiUrl: "https://api.cal.com/v2" };
  await local.set({ [POLICY]: { version: 1, policy, ignored: [] } });
  expect(await importSettings(exportText(OTHER_SETTINGS))).toEqual({ ok: true, kept: ["intervalMinutes"] });
  expect((await stored())[SETTINGS]).toEqual({
    version: 1,
    ...OTHER_SETTINGS,
    intervalMinutes: 60,
    notifications: true,
  });
});

test.each([
  ["is no JSON", "intervalMinutes = 10"],
  ["is empty", ""],
  ["is a list", "[]"],
  ["has another format", JSON.stringify({ format: "bookmarks", version: 1, settings: OTHER_SETTINGS })],
  ["has no format", JSON.stringify({ version: 1, settings: OTHER_SETTINGS })],
  ["has no version", JSON.stringify({ format: "calendar-status-settings", settings: OTHER_SETTINGS })],
  [
    "has a version that is none",
    JSON.stringify({ format: "calendar-status-settings", version: 0, settings: {} }),
  ],
  ["has no settings", JSON.stringify({ format: "calendar-status-settings", version: 1 })],
  ["has settings that are no object", file([])],
  ["has a value that does not fit", file({ ...OTHER_SETTINGS, countingLevel: "all" })],
  ["has an interval that is not offered", file({ intervalMinutes: 1 })],
  ["has a value of null", file({ notifications: null })],
])("a file that %s is damaged, and nothing is changed", async (_, text) => {
  await seed([], CHOSEN);
  const before = await stored();
  expect(await importSettings(text)).toEqual({ ok: false, problem: "damaged" });
  expect(await stored()).toEqual(before);
});

test("a file of a later version is refused, whatever is in it", async () => {
  const text = JSON.stringify({ format: "calendar-status-settings", version: 2, settings: "new" });
  expect(await importSettings(text)).toEqual({ ok: false, problem: "newer" });
  expect(await stored()).toEqual({});
});

test("settings of a later version are not changed, and it says so", async () => {
  await local.set({ [SETTINGS]: { version: 2 } });
  expect(await importSettings(exportText(OTHER_SETTINGS))).toEqual({ ok: false, problem: "newerStore" });
  expect((await stored())[SETTINGS]).toEqual({ version: 2 });
});

test("what could not be stored is said", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  vi.spyOn(local, "set").mockRejectedValue(new Error("disk full"));
  expect(await importSettings(exportText(OTHER_SETTINGS))).toEqual({ ok: false, problem: "notStored" });
});
