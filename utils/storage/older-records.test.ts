import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { type SecondSettings, secondSettings } from "../../tests/support/unit/later-versions.ts";
import { NOW, seed, stored } from "../../tests/support/unit/world.ts";
import { SETTINGS, statusOf } from "../core/model/records.ts";
import { DEFAULT_SETTINGS } from "../core/settings/records.ts";
import { changedRecord } from "./changed-record.ts";
import { commit } from "./commit.ts";
import type { RecordKind } from "./decode.ts";
import { repair } from "./repair.ts";

// As a version of the extension has it in which the settings are in their second version, and all else in its first.
vi.mock(import("./record-kinds.ts"), async (original) => {
  const actual = await original();
  const { kindOf } = actual;
  return {
    ...actual,
    kindOf: (name) => (name === SETTINGS ? (secondSettings as RecordKind<never>) : kindOf(name)),
  };
});

const { local } = fakeBrowser.storage;
const { intervalMinutes, ...REST } = DEFAULT_SETTINGS;
const MIGRATED = { ...REST, version: 2, interval: { minutes: intervalMinutes } };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

/** As every part of the extension changes a record. */
const countErrors = () =>
  commit(async () => ({
    set: await changedRecord<SecondSettings, 2>(
      SETTINGS,
      secondSettings,
      { version: 2, interval: { minutes: 60 }, countingLevel: "notice" },
      (settings) => ({ ...settings, countingLevel: "error" }),
    ),
  }));

test("what an earlier version stored is written as the present one with the next change, and loses nothing", async () => {
  await local.set({ [SETTINGS]: DEFAULT_SETTINGS });
  expect(await countErrors()).toBe("stored");
  expect(await stored()).toEqual({ [SETTINGS]: { ...MIGRATED, countingLevel: "error" } });
});

test("the worker's look at all records writes it as the present one, with nothing else and only once", async () => {
  await seed([{}], {});
  const before = await stored();
  const set = vi.spyOn(local, "set");
  await repair();
  await repair();
  expect(await stored()).toEqual({ ...before, [SETTINGS]: MIGRATED });
  expect(set.mock.calls).toEqual([[{ [SETTINGS]: MIGRATED }]]);
});

test("a damaged one is set aside as it was, and what could be saved of it is of the present version", async () => {
  const damaged = { ...DEFAULT_SETTINGS, countingLevel: 7 };
  await local.set({ [SETTINGS]: damaged });
  await repair();
  expect(await stored()).toEqual({
    [SETTINGS]: { version: 2, interval: { minutes: intervalMinutes }, countingLevel: "notice" },
    [`damaged:settings:${NOW}`]: damaged,
  });
});

test("one of which nothing can be saved is removed by the repair, and set aside by a change", async () => {
  const damaged = { version: 1, intervalMinutes: "?" };
  await local.set({ [SETTINGS]: damaged });
  expect(await countErrors()).toBe("stored");
  expect(await stored()).toEqual({
    [SETTINGS]: { version: 2, interval: { minutes: 60 }, countingLevel: "error" },
    [`damaged:settings:${NOW}`]: damaged,
  });
  await local.set({ [SETTINGS]: damaged });
  await repair();
  expect(await stored()).not.toHaveProperty(SETTINGS);
});

test("one of a later version than the present is left as it is, by a change and by the look at all records", async () => {
  await seed([{}]);
  await local.set({ [SETTINGS]: { version: 3, seconds: 600 }, [statusOf("a1")]: { version: 99 } });
  const before = await stored();
  expect(await commit(() => ({ set: { [SETTINGS]: MIGRATED } }))).toBe("newer");
  expect(await countErrors()).toBe("stored");
  await repair();
  expect(await stored()).toEqual(before);
});
