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

test("the order in which breaks are kept does not matter, and numbers are not sorted as texts", () => {
  expect(breaksWeekly({ breaks: days(7), earlierBreaks: days(14, 0) }, days(14)[0] ?? 0)).toBe(true);
  const week = 7 * DAY;
  expect(breaksWeekly({ breaks: [2 * week], earlierBreaks: [week, 0] }, 2 * week)).toBe(true);
});

test("breaks of less than a day apart are one, and of a day apart two", () => {
  expect(weekly(days(0, 7, 14, 14.9))).toBe(true);
  expect(weekly(days(0, 7, 14, 15))).toBe(false);
});

test("what was before the last three does not count, nor does a habit that has ended", () => {
  expect(weekly(days(0, 1, 8, 15))).toBe(true);
  expect(weekly(days(0, 7, 14), { at: (days(14)[0] ?? 0) + 9 * DAY })).toBe(true);
  expect(weekly(days(0, 7, 14), { at: (days(14)[0] ?? 0) + 9 * DAY + 1 })).toBe(false);
});

test("the shortest week is half a day short, the longest two days long", () => {
  expect(weekly([0, 7 * DAY - 12 * HOUR, 14 * DAY - 24 * HOUR])).toBe(true);
  expect(weekly([0, 7 * DAY - 12 * HOUR - 1, 14 * DAY])).toBe(false);
  expect(weekly([0, 9 * DAY, 18 * DAY])).toBe(true);
  expect(weekly([0, 9 * DAY + 1, 18 * DAY])).toBe(false);
});
