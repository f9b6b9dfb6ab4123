import { expect, test } from "vitest";
import { median, quantile, ratio } from "./figures.ts";

test("a quantile lies between the two values next to it, whatever their order", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(quantile([10, 0, 5, 15, 20, 25, 30, 35, 40, 45, 50], 0.9)).toBe(45);
  expect(median([])).toBeNaN();
});

test("a ratio is taken within each pair: a slow moment of the machine is in both of it", () => {
  expect(ratio([100, 120, 900], [100, 60, 300])).toBe(2);
});
