import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { sleep } from "./sleep.ts";

let signsOfLife: number[];

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  signsOfLife = [];
  vi.spyOn(fakeBrowser.runtime, "getPlatformInfo").mockImplementation((async () => {
    signsOfLife.push(Date.now());
  }) as never);
});

/** @returns when it was over */
async function slept(ms: number): Promise<number> {
  const over = sleep(ms).then(() => Date.now());
  await vi.runAllTimersAsync();
  return over;
}

test.each([1, 15_000, 20_000])("%i ms are too short for a browser to end the worker", async (ms) => {
  expect(await slept(ms)).toBe(ms);
  expect(signsOfLife).toEqual([]);
});

test("a worker that waits longer shows the browser that it lives", async () => {
  expect(await slept(65_000)).toBe(65_000);
  expect(signsOfLife).toEqual([20_000, 40_000, 60_000]);
});

test("where the browser does not answer the wait goes on", async () => {
  vi.spyOn(fakeBrowser.runtime, "getPlatformInfo").mockImplementation(() => {
    throw new Error("not here");
  });
  expect(await slept(45_000)).toBe(45_000);
});
