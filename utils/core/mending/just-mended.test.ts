import { expect, test } from "vitest";
import { aMending } from "../../../tests/fixtures/mending.ts";
import { MINUTE, NOW } from "../../../tests/support/unit/world.ts";
import { isJustMended } from "./just-mended.ts";

const HOUR = 60 * MINUTE;
const endedAt = (at: number) => aMending({ ended: "as-before", endedAt: at });

test("it is told for an hour that everything is as before", () => {
  expect(isJustMended(endedAt(NOW), NOW)).toBe(true);
  expect(isJustMended(endedAt(NOW - HOUR + 1), NOW)).toBe(true);
  expect(isJustMended(endedAt(NOW - HOUR), NOW)).toBe(false);
});

test("a moment that is still to come is none: the clock was set back since", () => {
  expect(isJustMended(endedAt(NOW + 1), NOW)).toBe(false);
});

test("what is still under way, or was given up, is not told so", () => {
  expect(isJustMended(aMending(), NOW)).toBe(false);
  expect(isJustMended(aMending({ ended: "as-before", endedAt: null }), NOW)).toBe(false);
  expect(isJustMended(aMending({ ended: "dismissed", endedAt: NOW }), NOW)).toBe(false);
});
