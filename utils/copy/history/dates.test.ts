import { expect, test } from "vitest";
import { localDate } from "../local-date.ts";
import { dayHeading, dayOfMonth, dayRange } from "./dates.ts";

test("the date is that of the person's clock, on both sides of midnight", () => {
  expect(localDate(Date.parse("2026-03-03T22:59:59Z"))).toBe("2026-03-03");
  expect(localDate(Date.parse("2026-03-03T23:00:00Z"))).toBe("2026-03-04");
});

test.each([
  ["2026-03-04", "Today"],
  ["2026-03-03", "Yesterday"],
  ["2026-03-02", "Monday 2 March"],
  ["2025-12-31", "Wednesday, 31 December 2025"],
  ["2026-03-05", "Thursday 5 March"],
])("%s is headed %s", (date, heading) => {
  expect(dayHeading(date, "2026-03-04")).toBe(heading);
});

test("yesterday is yesterday when the clocks were changed in between", () => {
  expect(dayHeading("2026-03-28", "2026-03-29")).toBe("Yesterday");
  expect(dayHeading("2026-03-29", "2026-03-30")).toBe("Yesterday");
});

test("days in a row are told as from and to", () => {
  expect(dayRange("2026-03-03", "2026-03-03")).toBe("3 March");
  // How wide the spaces around the dash are differs between versions of the browsers' language data.
  expect(dayRange("2026-03-03", "2026-03-05").replace(/\s/g, "")).toBe("3–5March");
  expect(dayOfMonth("2026-02-03")).toBe("3 Feb");
});
