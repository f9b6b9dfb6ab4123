import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { NOW, seed, stored } from "../../tests/support/unit/world.ts";
import { emptyStatus } from "../core/model/empty-status.ts";
import { ACCOUNTS, ACCOUNTS_COPY, keyOf, SCREEN, SETTINGS, statusOf } from "../core/model/records.ts";
import { DEFAULT_SETTINGS } from "../core/settings/records.ts";
import { commit, deriveWith } from "./commit.ts";
import { readKey } from "./key.ts";
import { readEffectiveSettings } from "./settings.ts";
import { readStatus } from "./status.ts";

const { local, session } = fakeBrowser.storage;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});

test("a commit is one write, whatever it holds", async () => {
  await seed([{}]);
  const set = vi.spyOn(local, "set");
  const remove = vi.spyOn(local, "remove");
  await commit(() => ({
    set: { [SETTINGS]: DEFAULT_SETTINGS, [statusOf("a1")]: emptyStatus() },
    remove: [keyOf("a1"), statusOf("a2")],
  }));
  expect(set).toHaveBeenCalledTimes(1);
  expect(remove).toHaveBeenCalledTimes(1);
});

test("what is set and what is removed change in the same step", async () => {
  await seed([{}, { account: { id: "a2" } }]);
  await local.set({ [SETTINGS]: "nonsense", "damaged:settings:1": 1 });
  const set = vi.spyOn(local, "set");
  await commit(() => ({
    set: { [ACCOUNTS]: { version: 1, accounts: [] }, [SETTINGS]: DEFAULT_SETTINGS },
    remove: [statusOf("a1"), keyOf("a1")],
  }));
  expect(set.mock.calls).toEqual([
    [
      {
        [ACCOUNTS]: { version: 1, accounts: [] },
        [SETTINGS]: DEFAULT_SETTINGS,
        [`damaged:settings:${NOW}`]: "nonsense",
        [statusOf("a1")]: null,
        [keyOf("a1")]: null,
      },
    ],
  ]);
  const names = [
    ACCOUNTS,
    ACCOUNTS_COPY,
    SETTINGS,
    "damaged:settings:1",
    `damaged:settings:${NOW}`,
    statusOf("a2"),
    keyOf("a2"),
  ];
  expect(Object.keys(await stored()).sort()).toEqual(names.sort());
});

test("a name that is set is not removed, whatever sets it", async () => {
  deriveWith(async ({ remove = [] }) => (remove.includes(SETTINGS) ? {} : { [SCREEN]: { version: 1 } }));
  const key = { version: 1, key: "other" };
  await commit(() => ({
    set: { [SETTINGS]: DEFAULT_SETTINGS },
    remove: [SETTINGS, SCREEN],
    session: { set: { [keyOf("a1")]: key }, remove: [keyOf("a1")] },
  }));
  deriveWith(async () => ({}));
  expect(await stored()).toEqual({ [SETTINGS]: DEFAULT_SETTINGS, [SCREEN]: { version: 1 } });
  expect(await session.get(null)).toEqual({ [keyOf("a1")]: key });
});

test("what could not be removed any more can't be read, and is said to be gone", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await seed([{}]);
  vi.spyOn(local, "remove").mockRejectedValueOnce(new Error("ended"));
  const removal = commit(() => ({
    set: { [SETTINGS]: DEFAULT_SETTINGS },
    remove: [statusOf("a1"), keyOf("a1")],
  }));
  expect(await removal).toBe("stored");
  expect(await readStatus("a1")).toEqual({ kind: "missing" });
  expect(await readKey({ id: "a1", keyIn: "local" })).toBeNull();
});

test("commits that come at once are decided one after the other, each on what the one before has written", async () => {
  const double = () =>
    commit(async () => {
      const settings = await readEffectiveSettings();
      const intervalMinutes = settings.intervalMinutes === 30 ? 60 : 120;
      return { set: { [SETTINGS]: { ...settings, intervalMinutes } } };
    });
  await Promise.all([double(), double()]);
  expect((await readEffectiveSettings()).intervalMinutes).toBe(120);
});

test("a commit that decides to write nothing writes nothing", async () => {
  const set = vi.spyOn(local, "set");
  expect(await commit(() => null)).toBe("nothing");
  expect(set).not.toHaveBeenCalled();
});

test("a failing write is told, and does not stop the next one", async () => {
  vi.spyOn(local, "set").mockRejectedValueOnce(new Error("disk full"));
  const first = commit(() => ({ set: { [SETTINGS]: DEFAULT_SETTINGS } }));
  const second = commit(() => ({ set: { [SETTINGS]: DEFAULT_SETTINGS } }));
  await expect(first).rejects.toThrow("disk full");
  expect(await second).toBe("stored");
});

test("a record of a later version is never overwritten, and nothing else of that commit is written", async () => {
  const newer = { version: 2, something: true };
  await local.set({ [SETTINGS]: newer });
  const outcome = await commit(() => ({
    set: { [SETTINGS]: DEFAULT_SETTINGS, [statusOf("a1")]: emptyStatus() },
  }));
  expect(outcome).toBe("newer");
  expect(await stored()).toEqual({ [SETTINGS]: newer });
});

test("a damaged record is set aside when it is overwritten", async () => {
  await local.set({ [SETTINGS]: "nonsense" });
  await commit(() => ({ set: { [SETTINGS]: DEFAULT_SETTINGS } }));
  expect(await stored()).toEqual({ [SETTINGS]: DEFAULT_SETTINGS, [`damaged:settings:${NOW}`]: "nonsense" });
});

test("a damaged key is overwritten without a copy", async () => {
  await local.set({ [keyOf("a1")]: "cal_live_secret" });
  await commit(() => ({ set: { [keyOf("a1")]: { version: 1, key: "other" } } }));
  expect(JSON.stringify(await stored())).not.toContain("secret");
});

test("at most ten damaged records are kept, the latest ones", async () => {
  for (let i = 0; i < 12; i++) {
    vi.setSystemTime(NOW + i);
    await local.set({ [SETTINGS]: `nonsense ${i}` });
    await commit(() => ({ set: { [SETTINGS]: DEFAULT_SETTINGS } }));
  }
  const aside = Object.values(await stored()).filter((value) => typeof value === "string");
  expect(aside).toHaveLength(10);
  expect(aside).not.toContain("nonsense 1");
  expect(aside).toContain("nonsense 2");
});

test("a session key is there before the account that needs it, and goes after it", async () => {
  const order: string[] = [];
  vi.spyOn(session, "set").mockImplementation(async () => void order.push("session set"));
  vi.spyOn(local, "set").mockImplementation(async () => void order.push("local set"));
  vi.spyOn(local, "remove").mockImplementation(async () => void order.push("local remove"));
  vi.spyOn(session, "remove").mockImplementation(async () => void order.push("session remove"));
  await commit(() => ({
    set: { [ACCOUNTS]: { version: 1, accounts: [] } },
    remove: [statusOf("a2")],
    session: { set: { [keyOf("a1")]: { version: 1, key: "k" } }, remove: [keyOf("a2")] },
  }));
  expect(order).toEqual(["session set", "local set", "local remove", "session remove"]);
});

test("nothing but the known records can be written", async () => {
  await expect(commit(() => ({ set: { whatever: {} } }))).rejects.toThrow("whatever");
});
