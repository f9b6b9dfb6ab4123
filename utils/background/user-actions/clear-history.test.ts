import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { NOW, seed, stored } from "../../../tests/support/unit/world.ts";
import { namesIn } from "../../copy/history/names.ts";
import { recordActions } from "../../core/history/record-actions.ts";
import { emptyHistory } from "../../core/model/history.ts";
import { historyOf } from "../../core/model/records.ts";
import { clearHistory } from "./clear-history.ts";

const { local } = fakeBrowser.storage;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

const aHistory = () => ({
  version: 1,
  ...recordActions(emptyHistory(), [{ action: "replace-key" }], namesIn([]), NOW),
});

test("what is stored of the account's history is gone, also what was set aside, and nothing else", async () => {
  await seed([{}, { account: { id: "a10" } }]);
  const before = { ...(await stored()), [historyOf("a10")]: aHistory(), "damaged:status:a1:1": {} };
  await local.set({
    ...before,
    [historyOf("a1")]: aHistory(),
    [`damaged:${historyOf("a1")}:1`]: { entries: 1 },
  });
  expect(await clearHistory("a1")).toEqual({ ok: true });
  expect(await stored()).toEqual(before);
});

test("a history that is empty already is as it should be", async () => {
  await seed([{}]);
  expect(await clearHistory("a1")).toEqual({ ok: true });
});

test("of an account that is gone, or a later version's history, nothing is cleared, and it says so", async () => {
  await seed([{}]);
  await local.set({ [historyOf("a1")]: { version: 2 } });
  expect(await clearHistory("a1")).toEqual({ ok: false });
  expect(await clearHistory("a2")).toEqual({ ok: false });
  expect((await stored())[historyOf("a1")]).toEqual({ version: 2 });
});
