import { expect, test } from "vitest";
import { DAY, HOUR } from "../time.ts";
import { breaksWeekly } from "./weekly-breaks.ts";

const START = Date.parse("2026-10-12T08:00:00Z");
const days = (...all: number[]) => all.map((day) => START + day * DAY);

function weekly(breaks: number[], { earlierBreaks = [] as number[], at = breaks.at(-1) ?? START } = {}) {
  return breaksWeekly({ breaks, earlierBreaks }, at);
}

test("three breaks of seven days each are a habit, two are not", () => {
  expect(weekly(days(0, 7, 14))).toBe(true);
  expect(weekly(days(0, 7, 14, 21))).toBe(true);
  expect(weekly(days(7, 14))).toBe(false);
});

test("those of the connections before count: each is connected anew", () => {
  expect(weekly(days(14), { earlierBreaks: days(0, 7) })).toBe(true);
  expect(weekly(days(14), { earlierBreaks: days(7) })).toBe(false);
});

test("who connects it again two days later has the next break two days later", () => {
  expect(weekly(days(0, 9, 17.5))).toBe(true);
  expect(weekly(days(0, 9.5, 17))).toBe(false);
});

test("a break that was noticed late, after a night asleep, seems to be nearer to the next one", () => {
  expect(weekly(days(0, 7.4, 14))).toBe(true);
  expect(weekly(days(0, 6, 12))).toBe(false);
});

test("several breaks of one day are one", () => {
  expect(weekly([...days(0, 7), START + 7 * DAY + HOUR, START + 7 * DAY + 2 * HOUR, ...days(14)])).toBe(true);
});

test("what was a habit once and is not any more is not told", () => {
  expect(weekly(days(0, 7, 14, 40))).toBe(false);
  expect(weekly(days(0, 7, 14), { at: START + 60 * DAY })).toBe(false);
});
