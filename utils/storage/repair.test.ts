import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { anAccount, KEY, NOW, seed, stored } from "../../tests/support/unit/world.ts";
import { emptyStatus } from "../core/model/empty-status.ts";
import { ACCOUNTS, checksOf, keyOf, SETTINGS, statusOf } from "../core/model/records.ts";
import { DEFAULT_SETTINGS } from "../core/settings/records.ts";
import { readKey } from "./key.ts";
import { repair } from "./repair.ts";

const { local, session } = fakeBrowser.storage;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

test("sound records are left alone", async () => {
  await seed([{}, { account: { id: "a2", keyIn: "session" } }], {});
  const before = await stored();
  const set = vi.spyOn(local, "set");
  await repair();
  expect(await stored()).toEqual(before);
  expect(await session.get(null)).toHaveProperty(keyOf("a2"));
  expect(set).not.toHaveBeenCalled();
});

test("a damaged state is set aside, and account, key and the other account stay", async () => {
  await seed([{}, { account: { id: "a2" } }]);
  const before = await stored();
  await local.set({ [statusOf("a1")]: { version: 3, state: "gone" } });
  await repair();
  expect(await stored()).toEqual({
    ...before,
    [statusOf("a1")]: emptyStatus(),
    [`damaged:${statusOf("a1")}:${NOW}`]: { version: 3, state: "gone" },
  });
});

test("damaged settings are replaced by what is left of them", async () => {
  await local.set({ [SETTINGS]: { ...DEFAULT_SETTINGS, intervalMinutes: 60, countingLevel: 1 } });
  await repair();
  expect((await stored())[SETTINGS]).toEqual({ ...DEFAULT_SETTINGS, intervalMinutes: 60 });
});

test("a damaged key stays where it is, and is copied nowhere", async () => {
  await seed([{}]);
  await local.set({ [keyOf("a1")]: { version: 1, key: ["cal_live_secret"] } });
  const before = await stored();
  await repair();
  expect(await stored()).toEqual(before);
});

test("a key whose record has lost its version is still that key", async () => {
  await seed([{}]);
  await local.set({ [keyOf("a1")]: { key: KEY } });
  await repair();
  expect(await readKey(anAccount())).toBe(KEY);
});

test("records of a later version are left untouched", async () => {
  await seed([{}]);
  await local.set({ [SETTINGS]: { version: 9 }, [statusOf("a1")]: { version: 99 } });
  const before = await stored();
  await repair();
  expect(await stored()).toEqual(before);
});

test("what was emptied and not removed any more is removed, and nothing else changes", async () => {
  await seed([{}]);
  const sound = await stored();
  const emptied = [SETTINGS, keyOf("a2"), checksOf("a1"), "damaged:settings:1"];
  await local.set(Object.fromEntries(emptied.map((name) => [name, null])));
  const remove = vi.spyOn(local, "remove");
  await repair();
  expect(remove.mock.calls.flat(2).sort()).toEqual([...emptied].sort());
  expect(await stored()).toEqual(sound);
});

test("that a check could not be stored is forgotten of accounts that are gone", async () => {
  await seed([{}]);
  await session.set({ unstored: ["a1", "a2"] });
  await repair();
  expect((await session.get("unstored")).unstored).toEqual(["a1"]);
  await local.set({ [ACCOUNTS]: { version: 2 } });
  await repair();
  expect((await session.get("unstored")).unstored).toEqual(["a1"]);
});

test("while the list of accounts can't be read, no key is taken for ownerless", async () => {
  await seed([{}]);
  await local.set({ [ACCOUNTS]: { version: 2 } });
  const before = await stored();
  await repair();
  expect(await stored()).toEqual(before);
});
