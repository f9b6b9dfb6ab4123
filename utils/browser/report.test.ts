import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { report } from "./report.ts";

const KEY = "cal_live_0123456789";
let lines: unknown[][];

beforeEach(() => {
  lines = [];
  vi.spyOn(console, "error").mockImplementation((...line) => void lines.push(line));
});

afterEach(() => vi.unstubAllEnvs());

test("the shipped build says the error's own words and nothing of where it was or what came with it", () => {
  vi.stubEnv("MODE", "production");
  report("The check failed", new TypeError("no answer", { cause: KEY }));
  report("The check failed", KEY);
  expect(lines).toEqual([["The check failed: TypeError: no answer"], ["The check failed: unknown error"]]);
});

test("a development build hands the console the error itself, which shows its stack", () => {
  vi.stubEnv("MODE", "development");
  const error = new TypeError("no answer");
  report("The check failed", error);
  expect(lines).toEqual([["The check failed:", error]]);
  expect(lines[0]?.[1]).toBe(error);
});
