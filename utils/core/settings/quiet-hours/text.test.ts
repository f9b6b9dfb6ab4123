import { expect, test } from "vitest";
import { PATTERNS } from "../patterns.ts";
import { DAYS } from "./days.ts";
import { isEndless, parseQuietHours, type QuietHours, quietHoursText } from "./text.ts";

const ALL = DAYS.join(",");
const isAllowed = (text: string) => PATTERNS.quietHours.test(text);

test.each<[string, QuietHours]>([
  ["mon 22:00-07:00", { days: ["mon"], from: "22:00", to: "07:00" }],
  ["tue,thu,sun 00:00-23:59", { days: ["tue", "thu", "sun"], from: "00:00", to: "23:59" }],
  [`${ALL} 08:30-08:00`, { days: [...DAYS], from: "08:30", to: "08:00" }],
])("%s is read, written as it was, and may be stored", (text, hours) => {
  expect(parseQuietHours(text)).toEqual(hours);
  expect(quietHoursText(hours)).toBe(text);
  expect(isAllowed(text)).toBe(true);
});

test("days are written in the order of the week, whatever order they were chosen in", () => {
  expect(quietHoursText({ days: ["sun", "mon"], from: "22:00", to: "07:00" })).toBe("mon,sun 22:00-07:00");
});

test("blank is never, and so is no day", () => {
  expect(isAllowed("")).toBe(true);
  expect(parseQuietHours("")).toBeNull();
  expect(quietHoursText({ days: [], from: "22:00", to: "07:00" })).toBe("");
});

test.each([
  "22:00-07:00",
  " 22:00-07:00",
  "mon",
  "mon, 22:00-07:00",
  "montue 22:00-07:00",
  "tue,mon 22:00-07:00",
  "mon,mon 22:00-07:00",
  "mon 24:00-07:00",
  "mon 22:60-07:00",
  "mon 7:00-09:00",
  "mon 22:00-07:00 ",
  "Mon 22:00-07:00",
])('"%s" is none', (text) => {
  expect(isAllowed(text)).toBe(false);
});

test("what would never end can't be stored; six whole days can, and so can seven that are a minute short", () => {
  const all: QuietHours = { days: [...DAYS], from: "22:00", to: "22:00" };
  expect(isEndless(all)).toBe(true);
  expect(isAllowed(quietHoursText(all))).toBe(false);
  for (const hours of [
    { ...all, days: DAYS.slice(1) },
    { ...all, to: "21:59" },
  ]) {
    expect(isEndless(hours)).toBe(false);
    expect(isAllowed(quietHoursText(hours))).toBe(true);
  }
});
