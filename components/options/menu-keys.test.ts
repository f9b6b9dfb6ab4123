import { expect, test } from "vitest";
import { entryFor } from "./menu-keys.ts";

test.each([
  ["ArrowDown", 0, 1],
  ["ArrowDown", 4, 0],
  ["ArrowUp", 1, 0],
  ["ArrowUp", 0, 4],
  ["Home", 3, 0],
  ["End", 1, 4],
])("%s leads from entry %i of five to entry %i", (key, at, to) => {
  expect(entryFor(key, at, 5)).toBe(to);
});

test.each(["Enter", " ", "Tab", "a"])("%j leads to no other entry", (key) => {
  expect(entryFor(key, 2, 5)).toBeNull();
});
