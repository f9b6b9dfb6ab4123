import { expect, test } from "vitest";
import { matchCountText, rangeText, shownCountText, sortText } from "./filter-text.ts";

test("it is said how many entries match, and when none does", () => {
  expect(matchCountText(1, 1)).toBe("1 entry");
  expect(matchCountText(2_000, 2_000)).toBe("2,000 entries");
  expect(matchCountText(1, 2_000)).toBe("1 of 2,000 entries matches");
  expect(matchCountText(12, 40)).toBe("12 of 40 entries match");
  expect(matchCountText(0, 40)).toBe("Nothing of that kind has happened.");
  expect(shownCountText(50, 2_000)).toBe("50 of 2,000 shown");
});

test("choices are called by what they show", () => {
  expect(sortText("mine")).toBe("Mine");
  expect(rangeText(7)).toBe("Last 7 days");
});
