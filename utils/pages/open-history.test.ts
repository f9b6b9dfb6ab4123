import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { eventually } from "../../tests/support/unit/worker.ts";
import { emptyHistory, type HistoryEntry } from "../core/model/history.ts";
import { type OpenHistory, openHistory } from "./open-history.ts";

const { local, session } = fakeBrowser.storage;
const KEY = "history:a1";

const entry = (at: number): HistoryEntry => ({ at, event: "came", kind: "unreachable", level: "warning" });
const record = (...times: number[]) => ({ version: 1, ...emptyHistory(), entries: times.map(entry) });

/** What is told, as condition and times of the entries. */
function follow(accountId = "a1") {
  const told: string[] = [];
  const stop = openHistory(accountId, ({ condition, history }: OpenHistory) => {
    told.push(`${condition} ${history.entries.map(({ at }) => at).join(" ")}`);
  });
  return { told, stop };
}

test("what is stored is told, and every change of it", async () => {
  await local.set({ [KEY]: record(1) });
  const { told } = follow();
  await eventually(() => expect(told).toEqual(["ok 1"]));
  await local.set({ [KEY]: record(1, 2) });
  await local.remove(KEY);
  expect(told).toEqual(["ok 1", "ok 1 2", "ok "]);
});

test("an account of which nothing is written has an empty history", async () => {
  const { told } = follow();
  await eventually(() => expect(told).toEqual(["ok "]));
});

test("neither another account nor another store is followed, and nothing after the end", async () => {
  const { told, stop } = follow();
  await eventually(() => expect(told).toHaveLength(1));
  await local.set({ "history:a2": record(5), "key:a1": { version: 1, key: "cal_secret" } });
  await session.set({ [KEY]: record(6) });
  stop();
  await local.set({ [KEY]: record(7) });
  expect(told).toHaveLength(1);
});

test("only the one record is read", async () => {
  const get = vi.spyOn(local, "get");
  const { told } = follow();
  await eventually(() => expect(told).toHaveLength(1));
  expect(get.mock.calls).toEqual([[KEY]]);
});

test("a change while it is being read is not overwritten by what was before", async () => {
  let answer: (records: Record<string, unknown>) => void = () => {};
  vi.spyOn(local, "get").mockReturnValue(
    new Promise((resolve) => {
      answer = resolve;
    }) as never,
  );
  const { told } = follow();
  await local.set({ [KEY]: record(2) });
  answer({ [KEY]: record(1) });
  await Promise.resolve();
  expect(told).toEqual(["ok 2"]);
});

test("of a damaged history what is left is told", async () => {
  await local.set({ [KEY]: { ...record(1), entries: [entry(1), { at: "once" }] } });
  const { told } = follow();
  await eventually(() => expect(told).toEqual(["damaged 1"]));
});

test("a history of a newer version is told apart, and so is one that can't be read", async () => {
  await local.set({ [KEY]: { version: 2 } });
  const { told } = follow();
  await eventually(() => expect(told).toEqual(["newer "]));
  vi.spyOn(local, "get").mockRejectedValue(new Error("disk"));
  const second = follow();
  await eventually(() => expect(second.told).toEqual(["damaged "]));
});
