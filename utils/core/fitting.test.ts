import { expect, test } from "vitest";
import { fitting } from "./fitting.ts";

const USUAL = { page: "popup", at: 0, isOpen: false };

test("a part that is gone, or of another type, is the usual one, and all others stay", () => {
  expect(fitting({ page: "options", at: 5, isOpen: true }, USUAL)).toEqual({
    page: "options",
    at: 5,
    isOpen: true,
  });
  expect(fitting({ page: 7, at: "5", isOpen: true }, USUAL)).toEqual({ ...USUAL, isOpen: true });
  expect(fitting({ at: 5 }, USUAL)).toEqual({ ...USUAL, at: 5 });
});

test("what nobody knows is left out", () => {
  expect(fitting({ ...USUAL, key: "x" }, USUAL)).toEqual(USUAL);
});

test.each([null, undefined, 3, "text", []])("of what is no record all is the usual: %j", (raw) => {
  expect(fitting(raw, USUAL)).toEqual(USUAL);
});
