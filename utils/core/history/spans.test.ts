import { expect, test } from "vitest";
import { HOUR } from "../time.ts";
import { lengthOf, merged, overlap, spanOfDay } from "./spans.ts";

test.each([
  ["2026-03-28", 24],
  ["2026-03-29", 23],
  ["2026-10-25", 25],
])("%s in Berlin has %i hours", (date, hours) => {
  expect(lengthOf([spanOfDay(date)])).toBe(hours * HOUR);
});

test("a day begins at midnight of the person's clock, and ends where the next one begins", () => {
  expect(spanOfDay("2026-03-29").start).toBe(Date.parse("2026-03-29T00:00:00+01:00"));
  expect(spanOfDay("2026-03-29").end).toBe(spanOfDay("2026-03-30").start);
  expect(spanOfDay("2026-12-31").end).toBe(Date.parse("2027-01-01T00:00:00+01:00"));
});

test("spans share what is in both, and nothing where they only touch", () => {
  expect(overlap({ start: 1, end: 5 }, { start: 3, end: 9 })).toEqual({ start: 3, end: 5 });
  expect(overlap({ start: 1, end: 5 }, { start: 5, end: 9 })).toBeNull();
});

test("spans that overlap or touch become one, and what has no length is none", () => {
  const spans = [
    { start: 7, end: 9 },
    { start: 1, end: 3 },
    { start: 3, end: 4 },
    { start: 8, end: 8.5 },
    { start: 12, end: 12 },
  ];
  expect(merged(spans)).toEqual([
    { start: 1, end: 4 },
    { start: 7, end: 9 },
  ]);
});
