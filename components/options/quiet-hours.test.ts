import { describe, expect, test } from "vitest";
import { PATTERNS } from "../../utils/core/settings/patterns.ts";
import { DAYS } from "../../utils/core/settings/quiet-hours/days.ts";
import { type QuietHours, quietHoursText } from "../../utils/core/settings/quiet-hours/text.ts";
import { dayName, flawOf, orderedDays, USUAL_HOURS } from "./quiet-hours.ts";

const pattern = PATTERNS.quietHours;

test.each<[string, Partial<QuietHours>]>([
  ["noTime", { from: "" }],
  ["noTime", { to: "" }],
  ["noDay", { days: [] }],
  ["endless", { to: "22:00" }],
])("%s: %j is refused", (flaw, change) => {
  expect(flawOf({ ...USUAL_HOURS, ...change })).toBe(flaw);
});

test.each([{}, { days: ["mon" as const] }, { days: ["mon" as const], to: "22:00" }, { to: "21:59" }])(
  "%j is not, and can be stored",
  (change) => {
    const hours = { ...USUAL_HOURS, ...change };
    expect(flawOf(hours)).toBeNull();
    expect(quietHoursText(hours)).toMatch(pattern);
  },
);

describe("days", () => {
  test("begin with the one that the week begins with", () => {
    const firstOf = (language: string) => orderedDays(language)[0];
    expect([firstOf("de-DE"), firstOf("en-US"), firstOf("ar-EG")]).toEqual(["mon", "sun", "sat"]);
    expect(orderedDays("en-US").toSorted()).toEqual([...DAYS].toSorted());
  });

  test("have their names, short and in full", () => {
    expect(DAYS.map((day) => dayName("en-GB", day, "short"))).toEqual([
      "Mon",
      "Tue",
      "Wed",
      "Thu",
      "Fri",
      "Sat",
      "Sun",
    ]);
    expect(dayName("de", "sun", "long")).toBe("Sonntag");
  });
});
