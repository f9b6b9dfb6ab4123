import { beforeEach, expect, test, vi } from "vitest";
import { within } from "./within.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

test("an answer in time is the answer, and so is what was thrown", async () => {
  expect(await within(5_000, Promise.resolve(7))).toBe(7);
  await expect(within(5_000, Promise.reject(new Error("no icon")))).rejects.toThrow("no icon");
  expect(vi.getTimerCount()).toBe(0);
});

test("a call without an answer ends as an error when its time is over, and not before", async () => {
  const ended = vi.fn();
  within(5_000, new Promise(() => {})).catch(ended);
  await vi.advanceTimersByTimeAsync(4_999);
  expect(ended).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(ended).toHaveBeenCalledWith(new Error("the browser did not answer within 5 s"));
});
