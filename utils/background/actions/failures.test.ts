import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  aWorld,
  emptyOutbox,
  findings,
  outbox,
  storedState,
} from "../../../tests/support/unit/action-world.ts";
import { CHANGES, READING } from "../../../tests/support/unit/actions.ts";
import { network } from "../../../tests/support/unit/hold-answer.ts";
import { allowHosts, MINUTE, stored, storedStatus } from "../../../tests/support/unit/world.ts";
import { statusOf } from "../../core/model/records.ts";

vi.mock("../../browser/sleep.ts", () => ({
  sleep: vi.fn(async (ms: number) => void vi.setSystemTime(Date.now() + ms)),
}));

const ALL = [...CHANGES, READING];

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});

/** Waits of 25 s are over at once. */
function hurry() {
  return vi.spyOn(AbortSignal, "timeout").mockImplementation(() => {
    const over = new AbortController();
    setTimeout(() => over.abort(), 150);
    return over.signal;
  });
}

describe.each(ALL)("$name", ({ path, prepare, run, isDone }) => {
  const start = async () => {
    const world = await aWorld();
    await prepare?.(world);
    const asked = world.asked();
    return { ...world, askedFor: () => world.asked() - asked };
  };

  test.each([
    ["nest-500", { problem: "serverFailed", status: 500 }],
    [
      "envelope-500",
      { problem: "calError", status: 500, message: "There was an error, please try again later" },
    ],
    ["html-502", { problem: "serverFailed", status: 502 }],
    ["html-200", { problem: "notCalApi" }],
    ["gone", { problem: "unreachable" }],
  ] as const)(
    "says why when the answer is %s, is sent once, and shows the old state",
    async (mode, problem) => {
      const world = await start();
      world.misbehave(mode, path);
      expect(await run()).toEqual({ ok: false, problem });
      expect(world.askedFor()).toBe(1);
      expect(await isDone()).not.toBe(true);
    },
  );

  test("that takes too long is given up after 25 s", async () => {
    const world = await start();
    world.misbehave("hang", path);
    const limit = hurry();
    expect(await run()).toEqual({ ok: false, problem: { problem: "timedOut" } });
    expect(limit.mock.calls[0]).toEqual([25_000]);
    expect(world.askedFor()).toBe(1);
  });

  test("that is too much for Cal.com waits as long as it asks for, without any other request", async () => {
    const world = await start();
    world.cal.world.server.mode = { kind: "edge-429", path, headers: { "Retry-After": "300" } };
    const before = world.sent().length;
    expect(await run()).toEqual({ ok: false, problem: { problem: "rateLimited", waitSeconds: 300 } });
    expect(world.sent()).toHaveLength(before + 1);
    expect((await storedStatus()).nextCheckAt).toBe(Date.now() + 300_000);
    expect(await run()).toEqual({ ok: false, problem: { problem: "rateLimited", waitSeconds: 300 } });
    expect(world.sent()).toHaveLength(before + 1);
  });

  test("with a key that is refused makes badge and popup know it", async () => {
    const world = await start();
    const [key] = world.cal.world.keys;
    if (key) key.state = "unknown";
    expect(await run()).toEqual({ ok: false, problem: { problem: "keyRejected" } });
    expect(await findings()).toContain("key-rejected!");
  });

  test("with a token that may not do this says so, and is not taken for a rejected key", async () => {
    const message = "insufficient_scope: token does not have the required scopes. Required: APPS_WRITE.";
    const world = await start();
    const asking = vi.spyOn(globalThis, "fetch").mockImplementation(async (url, init) => {
      if (!String(url).includes(path)) return network(url, init);
      return Response.json(
        { status: "error", error: { code: "ForbiddenException", message } },
        { status: 403 },
      );
    });
    const problem = path.endsWith("busy-times") ? "outOfScope" : "readOnlyKey";
    expect(await run()).toEqual({ ok: false, problem: { problem } });
    asking.mockRestore();
    expect(world.askedFor()).toBe(0);
    expect(await findings()).not.toContain("key-rejected!");
    expect((await storedState()).rejection).toBeNull();
    expect(await isDone()).not.toBe(true);
  });

  test("is not sent without a permission, a network or a key", async () => {
    const world = await start();
    allowHosts(false);
    expect(await run()).toEqual({ ok: false, problem: { problem: "noPermission" } });
    allowHosts();
    vi.stubGlobal("navigator", { onLine: false });
    expect(await run()).toEqual({ ok: false, problem: { problem: "offline" } });
    vi.unstubAllGlobals();
    await fakeBrowser.storage.local.remove("key:a1");
    expect(await run()).toEqual({ ok: false, problem: { problem: "noKey" } });
    expect(world.askedFor()).toBe(0);
  });

  test("of an account that is gone, or of a later version, is not sent and writes nothing", async () => {
    const world = await start();
    const { local } = fakeBrowser.storage;
    const was = await stored();
    await local.set({ [statusOf("a1")]: { version: 99 } });
    expect(await run()).toEqual({ ok: false, problem: { problem: "newerStore" } });
    await local.set(was);
    await local.set({ accounts: { version: 1, accounts: [] } });
    await local.remove([statusOf("a1"), "key:a1"] as string[]);
    const before = await stored();
    expect(await run()).toEqual({ ok: false, problem: { problem: "accountGone" } });
    expect(await stored()).toEqual(before);
    expect(world.askedFor()).toBe(0);
  });

  test("that can't be stored says so", async () => {
    const world = await start();
    vi.spyOn(fakeBrowser.storage.local, "set").mockRejectedValue(new Error("quota exceeded"));
    expect(await run()).toEqual({ ok: false, problem: { problem: "notStored" } });
    expect(world.askedFor()).toBe(path.endsWith("busy-times") ? 1 : 0);
    vi.mocked(fakeBrowser.storage.local.set).mockRestore();
  });

  test("twice at once is sent once, and both clicks get the answer", async () => {
    const world = await start();
    const [first, second] = await Promise.all([run(), run()]);
    expect(first).toEqual({ ok: true });
    expect(second).toEqual(first);
    expect(world.askedFor()).toBe(1);
  });
});

describe.each(CHANGES)("$name", ({ path, prepare, run, isDone }) => {
  const start = async () => {
    const world = await aWorld();
    await prepare?.(world);
    await emptyOutbox();
    return world;
  };

  test("is done when the list shows it, is no news, and is not waited for any more", async () => {
    await start();
    expect(await run()).toEqual({ ok: true });
    expect(await isDone()).toBe(true);
    expect((await storedState()).pending).toEqual([]);
    expect(await outbox()).toEqual([]);
    expect((await findings()).filter((one) => /selection-lost|destination-changed/.test(one))).toEqual([]);
  });

  test.each(["html-502", "nest-500", "gone"] as const)(
    "that Cal.com has done although the answer was %s is done",
    async (mode) => {
      const world = await start();
      vi.spyOn(globalThis, "fetch").mockImplementation(async (url, init) => {
        if (!String(url).includes(path)) return network(url, init);
        await network(url, init);
        world.misbehave(mode, path);
        return network(url, init);
      });
      expect(await run()).toEqual({ ok: true });
      expect(await isDone()).toBe(true);
      vi.mocked(globalThis.fetch).mockImplementation(network);
    },
  );

  test("whose outcome can't be read says so, and shows the old state", async () => {
    const world = await start();
    world.misbehave("html-502", "/v2/calendars");
    expect(await run()).toEqual({ ok: false, problem: { problem: "notReadBack" } });
    expect(await isDone()).toBe(false);
    world.misbehave("normal");
    vi.setSystemTime(Date.now() + MINUTE);
    const { check } = await import("../checks/check.ts");
    await check("a1");
    expect(await isDone()).toBe(true);
    expect(await findings()).not.toContain("selection-lost!");
    expect((await findings()).filter((one) => one.startsWith("destination-changed"))).toEqual([]);
  });

  test("is looked at soon by whoever lives, as long as its outcome is open", async () => {
    const world = await start();
    world.misbehave("nest-500", path);
    await run();
    const { nextCheckAt, state } = await storedStatus();
    const asked = state.pending.at(-1)?.at ?? 0;
    expect(asked).toBeGreaterThan(0);
    expect(nextCheckAt).toBe(asked + 30_000);
  });
});
