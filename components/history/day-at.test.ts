import { expect, test } from "vitest";
import { dayByKey, dayByPlace } from "./day-at.ts";

test.each([
  ["ArrowRight", 3, "ltr", 4],
  ["ArrowLeft", 3, "ltr", 2],
  ["ArrowRight", 3, "rtl", 2],
  ["ArrowLeft", 3, "rtl", 4],
  ["ArrowUp", 3, "rtl", 4],
  ["ArrowDown", 3, "ltr", 2],
  ["Home", 3, "rtl", 0],
  ["End", 3, "ltr", 29],
  ["ArrowRight", 29, "ltr", 29],
  ["ArrowLeft", 0, "ltr", 0],
  ["Tab", 3, "ltr", null],
] as const)("%s goes from day %i of a bar that is read %s to %s", (key, at, direction, day) => {
  expect(dayByKey(key, at, 29, direction)).toBe(day);
});

test("a touch is for the day beneath it, counted from where the bar is read from", () => {
  expect(dayByPlace(0, 300, 29, "ltr")).toBe(0);
  expect(dayByPlace(15, 300, 29, "ltr")).toBe(1);
  expect(dayByPlace(15, 300, 29, "rtl")).toBe(28);
  expect(dayByPlace(299, 300, 29, "ltr")).toBe(29);
});

test("one beyond the edge is for the day there", () => {
  expect(dayByPlace(-4, 300, 29, "ltr")).toBe(0);
  expect(dayByPlace(304, 300, 29, "ltr")).toBe(29);
  expect(dayByPlace(304, 300, 29, "rtl")).toBe(0);
  expect(dayByPlace(0, 0, 29, "ltr")).toBe(29);
});
