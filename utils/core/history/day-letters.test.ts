import { describe, expect, test } from "vitest";
import { addLetter, isWithin } from "./days.ts";

const row = (last: string, days: string) => ({ last, days });

describe("a day's letter", () => {
  test("is the first of a new row", () => {
    expect(addLetter(undefined, "w", "2026-03-04")).toEqual(row("2026-03-04", "w"));
  });

  test.each([
    ["w", "w", "w"],
    ["w", "b", "b"],
    ["b", "w", "b"],
    ["b", "b", "b"],
  ] as const)("of %s and then %s is %s on the same day", (before, letter, days) => {
    expect(addLetter(row("2026-03-04", before), letter, "2026-03-04")).toEqual(row("2026-03-04", days));
  });

  test("comes after a dash for each day without any", () => {
    expect(addLetter(row("2026-02-27", "wb"), "w", "2026-02-28")).toEqual(row("2026-02-28", "wbw"));
    expect(addLetter(row("2026-02-27", "wb"), "w", "2026-03-02")).toEqual(row("2026-03-02", "wb--w"));
  });

  test.each(["2026-03-29", "2026-10-25"])("counts %s, when the clocks change, as one day", (day) => {
    const [before, after] = [-1, 1].map((days) => {
      const date = new Date(`${day}T00:00:00Z`);
      date.setUTCDate(date.getUTCDate() + days);
      return date.toISOString().slice(0, 10);
    }) as [string, string];
    expect(addLetter(addLetter(row(before, "b"), "w", day), "b", after).days).toBe("bwb");
  });

  test("is one of 30 at most; what is older goes, and so do dashes at the begin", () => {
    expect(addLetter(row("2026-03-03", "b".repeat(30)), "w", "2026-03-04").days).toBe(`${"b".repeat(29)}w`);
    expect(addLetter(row("2026-02-04", "wb"), "w", "2026-03-04").days).toBe(`wb${"-".repeat(27)}w`);
    expect(addLetter(row("2026-02-03", "wb"), "w", "2026-03-04").days).toBe(`b${"-".repeat(28)}w`);
    expect(addLetter(row("2026-02-02", "wb"), "w", "2026-03-04").days).toBe("w");
  });
});

describe("when the date is an earlier one", () => {
  test("what was noted of the days to come is that of today, and the days before stay", () => {
    expect(addLetter(row("2026-03-05", "bww"), "w", "2026-03-04")).toEqual(row("2026-03-04", "bw"));
    expect(addLetter(row("2026-03-05", "wwb"), "w", "2026-03-04")).toEqual(row("2026-03-04", "wb"));
    expect(addLetter(row("2026-03-05", "w"), "w", "2026-03-04")).toEqual(row("2026-03-04", "w"));
    expect(addLetter(row("2026-03-14", "ww"), "b", "2026-03-04")).toEqual(row("2026-03-04", "b"));
  });

  test("by a month or more, the row begins anew", () => {
    expect(addLetter(row("2027-03-04", "bbb"), "w", "2026-03-04")).toEqual(row("2026-03-04", "w"));
  });
});

test("a row is of use while one of its letters is of the last 30 days", () => {
  expect(isWithin(row("2026-02-03", "w"), "2026-03-04")).toBe(true);
  expect(isWithin(row("2026-02-02", "w"), "2026-03-04")).toBe(false);
  expect(isWithin(row("2026-03-04", "--"), "2026-03-04")).toBe(false);
  expect(isWithin(row("2026-03-14", "b"), "2026-03-04")).toBe(true);
});
