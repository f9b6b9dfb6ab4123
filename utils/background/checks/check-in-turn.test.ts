import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  allowHosts,
  anAccountState,
  failedWith,
  goodAnswer,
  MINUTE,
  NOW,
  type Seed,
  seed,
  storedStatus,
} from "../../../tests/support/unit/world.ts";
import { fetchCalendars } from "../../cal-api/client.ts";
import type { Observation } from "../../cal-api/observation.ts";
import { checkAccess } from "../check-access.ts";
import { checkOnTrigger } from "./check-in-turn.ts";
import { checkNow } from "./check-now.ts";

vi.mock("../../cal-api/client.ts");

/** Which account was asked about, and how many ms after the beginning. */
let requests: [string, number][];

const later = (ms: number, then: () => Observation) =>
  new Promise<Observation>((resolve, reject) => {
    setTimeout(() => {
      try {
        resolve(then());
      } catch (error) {
        reject(error);
      }
    }, ms);
  });

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  allowHosts();
  vi.spyOn(fakeBrowser.runtime, "getPlatformInfo").mockResolvedValue({} as never);
  requests = [];
  answer(() => later(200, () => goodAnswer()));
});

/** What Cal.com says about an account. */
function answer(says: (id: string) => Promise<Observation>) {
  vi.mocked(fetchCalendars)
    .mockReset()
    .mockImplementation(async (_, key) => {
      requests.push([key, Date.now() - NOW]);
      return says(key);
    });
}

/** Accounts whose keys are their ids, all of them due. */
function due(ids: string[], change: Partial<Seed> = {}): Promise<void> {
  return seed(ids.map((id) => ({ account: { id }, key: id, nextCheckAt: NOW, ...change })));
}

async function over(work: Promise<unknown>): Promise<void> {
  await vi.runAllTimersAsync();
  await work;
}

const THREE = ["a1", "a2", "a3"];
const APART = [
  ["a1", 0],
  ["a2", 1_500],
  ["a3", 3_000],
];

describe("several accounts are not asked about at once", () => {
  test.each(["alarm", "browserStart", "update", "popupOpened"] as const)("on %s", async (occasion) => {
    await due(THREE);
    await over(checkOnTrigger(occasion));
    expect(requests).toEqual(APART);
  });

  test("on a network that is back", async () => {
    await due(THREE, { state: anAccountState({ failures: 1, lastFailure: { reason: "offline" } }) });
    await over(checkOnTrigger("online"));
    expect(requests).toEqual(APART);
  });

  test("on a permission that was given", async () => {
    await due(THREE, { state: anAccountState({ failures: 1, lastFailure: { reason: "no-permission" } }) });
    await over(checkAccess());
    expect(requests).toEqual([
      ["a1", 0],
      ["a2", 500],
      ["a3", 1_000],
    ]);
  });

  test("on a click, when they are closer together", async () => {
    await due(THREE);
    await over(checkNow());
    expect(requests).toEqual([
      ["a1", 0],
      ["a2", 500],
      ["a3", 1_000],
    ]);
  });

  test("on a click that is too early for some: those come when they may, apart from the others", async () => {
    const triedAgo = (ms: number) => anAccountState({ lastAttemptAt: NOW - ms });
    await seed([
      { account: { id: "a1" }, key: "a1", state: triedAgo(4_000) },
      { account: { id: "a2" }, key: "a2", state: triedAgo(4_000) },
      { account: { id: "a3" }, key: "a3", state: triedAgo(14_900) },
      { account: { id: "a4" }, key: "a4", state: triedAgo(60_000) },
    ]);
    await over(checkNow());
    expect(requests).toEqual([
      ["a4", 0],
      ["a3", 500],
      ["a1", 11_000],
      ["a2", 11_500],
    ]);
  });
});

describe("what becomes of one account is nothing to the others", () => {
  const endings: [string, () => Promise<Observation>][] = [
    ["fails", async () => failedWith({ reason: "server-failed", status: 500 })],
    ["hangs", () => later(25_000, () => failedWith({ reason: "timed-out" }))],
    ["throws at once", async () => Promise.reject(new Error("unforeseen"))],
    [
      "throws late",
      () =>
        later(25_000, () => {
          throw new Error("unforeseen");
        }),
    ],
  ];

  test.each(endings)("when it %s", async (_, says) => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    answer((id) => (id === "a1" ? says() : later(200, () => goodAnswer())));
    await due(THREE);
    await over(checkOnTrigger("alarm"));
    expect(requests).toEqual(APART);
    expect((await storedStatus("a2")).state.lastGoodAt).toBe(NOW + 1_700);
    expect((await storedStatus("a3")).state.lastGoodAt).toBe(NOW + 3_200);
  });

  test("when its status can't be read", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    await due(THREE);
    const { local } = fakeBrowser.storage;
    const get = local.get.bind(local);
    const run = checkOnTrigger("alarm");
    await vi.advanceTimersByTimeAsync(1_000);
    vi.spyOn(local, "get")
      .mockRejectedValueOnce(new Error("disk gone"))
      .mockImplementation(get as never);
    await over(run);
    expect(requests.filter(([id]) => id === "a3")).toEqual([["a3", 3_000]]);
  });
});

test("an occasion that comes while accounts wait for their turn asks about none of them twice", async () => {
  await due(THREE, { state: anAccountState({ lastAttemptAt: NOW - 10 * MINUTE }) });
  const alarm = checkOnTrigger("alarm");
  await vi.advanceTimersByTimeAsync(1_600);
  const click = checkOnTrigger("popupOpened");
  await over(Promise.all([alarm, click]));
  expect(requests.map(([id]) => id).sort()).toEqual(THREE);
});

test("an account that is removed before its turn is not asked about", async () => {
  await due(THREE);
  const run = checkOnTrigger("alarm");
  await vi.advanceTimersByTimeAsync(100);
  await due(["a1", "a2"]);
  await over(run);
  expect(requests.map(([id]) => id)).toEqual(["a1", "a2"]);
});

describe("twenty accounts of which none answers", () => {
  const TWENTY = Array.from({ length: 20 }, (_, index) => `a${index}`);

  test.each([
    ["the alarm", () => checkOnTrigger("alarm"), 1_500],
    ["a click", () => checkNow(), 500],
  ] as const)(
    "get through on %s, and a browser never sees the worker idle for 30 s",
    async (_, work, apart) => {
      answer(() => later(25_000, () => failedWith({ reason: "timed-out" })));
      const justTried = anAccountState({ lastAttemptAt: NOW });
      await due(TWENTY, { state: _ === "a click" ? justTried : anAccountState() });
      const calls: number[] = [];
      const { local } = fakeBrowser.storage;
      const get = local.get.bind(local);
      vi.spyOn(local, "get").mockImplementation(((keys: string) => {
        calls.push(Date.now());
        return get(keys);
      }) as never);
      await over(work());
      const first = requests[0]?.[1] ?? 0;
      expect(requests).toEqual(TWENTY.map((id, index) => [id, first + index * apart]));
      const idle = calls.slice(1).map((at, index) => at - (calls[index] ?? 0));
      expect(Math.max(...idle)).toBeLessThanOrEqual(25_000);
    },
  );
});
