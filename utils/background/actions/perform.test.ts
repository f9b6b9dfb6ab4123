import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { aWorld } from "../../../tests/support/unit/action-world.ts";
import { CHANGES } from "../../../tests/support/unit/actions.ts";
import { holdAnswer, network } from "../../../tests/support/unit/hold-answer.ts";
import { MINUTE, storedStatus } from "../../../tests/support/unit/world.ts";
import { statusOf } from "../../core/model/records.ts";

vi.mock("../../browser/sleep.ts", () => ({
  sleep: vi.fn(async (ms: number) => void vi.setSystemTime(Date.now() + ms)),
}));

const { local } = fakeBrowser.storage;

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});

describe.each(CHANGES)("$name", ({ path, prepare, run, isDone }) => {
  const start = async () => {
    const world = await aWorld();
    await prepare?.(world);
    return world;
  };

  /** Storing fails that many times once Cal.com has done its part. */
  async function runWithoutSpace(times: number) {
    const held = holdAnswer(path);
    const reply = run();
    await held.arrived;
    const set = vi.spyOn(local, "set");
    for (let time = 0; time < times; time++) set.mockRejectedValueOnce(new Error("quota exceeded"));
    held.letGo();
    const said = await reply;
    set.mockRestore();
    return said;
  }

  test("is read back though nothing could be stored for a moment", async () => {
    await start();
    expect(await runWithoutSpace(1)).toEqual({ ok: true });
    expect(await isDone()).toBe(true);
  });

  test("that is done, with nothing of it to be stored, is told to be done", async () => {
    await start();
    expect(await runWithoutSpace(100)).toEqual({ ok: false, problem: { problem: "notReadBack" } });
  });

  test("that this server has no route for says so", async () => {
    await start();
    vi.spyOn(globalThis, "fetch").mockImplementation(async (url, init) => {
      if (!String(url).includes(path)) return network(url, init);
      const message = `Cannot ${init?.method} ${path}`;
      return Response.json(
        { status: "error", error: { code: "NotFoundException", message } },
        { status: 404 },
      );
    });
    expect(await run()).toEqual({ ok: false, problem: { problem: "notOffered" } });
    expect(await isDone()).toBe(false);
  });

  test("shortens no wait after failures", async () => {
    await start();
    const status = await storedStatus();
    const nextCheckAt = Date.now() + 20 * MINUTE;
    const lastFailure = { reason: "server-failed" as const, status: 503 };
    const state = { ...status.state, failures: 2, lastFailure };
    await local.set({ [statusOf("a1")]: { ...status, state, nextCheckAt } });
    const held = holdAnswer(path);
    const reply = run();
    await held.arrived;
    expect((await storedStatus()).nextCheckAt).toBe(nextCheckAt);
    held.letGo();
    await reply;
  });
});
