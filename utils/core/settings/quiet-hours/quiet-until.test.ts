import { describe, expect, test } from "vitest";
import { DAYS } from "./days.ts";
import { quietUntil } from "./quiet-until.ts";

const at = (local: string) => new Date(local).getTime();
const local = (time: number | null) => time && new Date(time).toString().slice(0, 21);
const until = (text: string, now: string) => local(quietUntil(text, at(now)));
const EVERY = DAYS.join(",");

// 2 March 2026 is a Monday.

test("without quiet hours it is never quiet", () => {
  expect(until("", "2026-03-02T23:00")).toBeNull();
});

test.each([
  ["2026-03-02T08:59", null],
  ["2026-03-02T09:00", "Mon Mar 02 2026 17:30"],
  ["2026-03-02T17:29", "Mon Mar 02 2026 17:30"],
  ["2026-03-02T17:30", null],
  ["2026-03-03T12:00", null],
  ["2026-03-09T12:00", "Mon Mar 09 2026 17:30"],
])("within a day: at %s it is quiet until %s", (now, end) => {
  expect(until("mon 09:00-17:30", now)).toBe(end);
});

test.each([
  ["2026-03-02T21:59", null],
  ["2026-03-02T22:00", "Tue Mar 03 2026 07:00"],
  ["2026-03-03T06:59", "Tue Mar 03 2026 07:00"],
  ["2026-03-03T07:00", null],
  ["2026-03-03T22:00", null],
  ["2026-03-02T06:00", null],
])("over midnight the day is the one on which it begins: at %s it is quiet until %s", (now, end) => {
  expect(until("mon 22:00-07:00", now)).toBe(end);
});

test("over the end of a month, of a year and of February", () => {
  expect(until(`${EVERY} 22:00-07:00`, "2026-03-31T23:00")).toBe("Wed Apr 01 2026 07:00");
  expect(until(`${EVERY} 22:00-07:00`, "2026-12-31T23:00")).toBe("Fri Jan 01 2027 07:00");
  expect(until(`${EVERY} 22:00-07:00`, "2028-02-28T23:00")).toBe("Tue Feb 29 2028 07:00");
});

test("from and to the same is a whole day", () => {
  expect(until("wed 00:00-00:00", "2026-03-03T23:59")).toBeNull();
  expect(until("wed 00:00-00:00", "2026-03-04T00:00")).toBe("Thu Mar 05 2026 00:00");
  expect(until("wed 18:00-18:00", "2026-03-05T17:59")).toBe("Thu Mar 05 2026 18:00");
  expect(until("wed 18:00-18:00", "2026-03-05T18:00")).toBeNull();
});

test("days without a gap between them are one: a weekend is over on Monday", () => {
  expect(until("sat,sun 00:00-00:00", "2026-03-07T10:00")).toBe("Mon Mar 09 2026 00:00");
  expect(until("mon,sun 00:00-00:00", "2026-03-08T10:00")).toBe("Tue Mar 10 2026 00:00");
  expect(until("fri,sat 18:00-18:00", "2026-03-06T19:00")).toBe("Sun Mar 08 2026 18:00");
});

test("a gap of a minute ends it", () => {
  expect(until(`${EVERY} 00:00-23:59`, "2026-03-04T10:00")).toBe("Wed Mar 04 2026 23:59");
  expect(until(`${EVERY} 00:00-23:59`, "2026-03-04T23:59")).toBeNull();
});

test("six whole days end on the seventh", () => {
  expect(until("mon,tue,wed,thu,fri,sat 00:00-00:00", "2026-03-02T00:00")).toBe("Sun Mar 08 2026 00:00");
});

describe("when the clocks are set forward from 2 to 3 on 29 March, a Sunday", () => {
  test("a night is an hour shorter", () => {
    const end = quietUntil("sat 22:00-07:00", at("2026-03-28T22:00")) ?? 0;
    expect(local(end)).toBe("Sun Mar 29 2026 07:00");
    expect((end - at("2026-03-28T22:00")) / 3_600_000).toBe(8);
  });

  test("an end that does not exist is when the clocks are set", () => {
    expect(until("sat 22:00-02:30", "2026-03-29T01:59")).toBe("Sun Mar 29 2026 03:00");
    expect(until("sat 22:00-02:30", "2026-03-29T03:00")).toBeNull();
  });

  test("so is such a beginning", () => {
    expect(until("sun 02:30-07:00", "2026-03-29T01:59")).toBeNull();
    expect(until("sun 02:30-07:00", "2026-03-29T03:00")).toBe("Sun Mar 29 2026 07:00");
  });

  test("what lies in the hour that is left out is not", () => {
    expect(until("sun 02:10-02:50", "2026-03-29T01:59")).toBeNull();
    expect(until("sun 02:10-02:50", "2026-03-29T03:20")).toBeNull();
  });

  test("a gap in that hour is none: it goes on until the next", () => {
    expect(until(`${EVERY} 02:40-02:10`, "2026-03-28T12:00")).toBe("Mon Mar 30 2026 02:10");
  });

  test("a whole day begins and ends at midnight", () => {
    const end = quietUntil("sun 00:00-00:00", at("2026-03-29T00:00")) ?? 0;
    expect(local(end)).toBe("Mon Mar 30 2026 00:00");
  });
});

describe("when the clocks are set back from 3 to 2 on 25 October, a Sunday", () => {
  const second = (time: string) => Date.parse(`2026-10-25T${time}:00+01:00`);

  test("a night is an hour longer", () => {
    const end = quietUntil("sat 22:00-07:00", at("2026-10-24T22:00")) ?? 0;
    expect(local(end)).toBe("Sun Oct 25 2026 07:00");
    expect((end - at("2026-10-24T22:00")) / 3_600_000).toBe(10);
  });

  test("an end that exists twice is the first of the two, and it is not quiet again before the second", () => {
    const first = Date.parse("2026-10-25T02:30:00+02:00");
    expect(quietUntil("sat 22:00-02:30", first - 60_000)).toBe(first);
    expect(quietUntil("sat 22:00-02:30", first)).toBeNull();
    expect(quietUntil("sat 22:00-02:30", second("02:10"))).toBeNull();
  });

  test("so is such a beginning, and it is quiet from then on", () => {
    for (const now of [Date.parse("2026-10-25T02:30:00+02:00"), second("02:00"), second("02:40")]) {
      expect(local(quietUntil("sun 02:30-07:00", now))).toBe("Sun Oct 25 2026 07:00");
    }
  });

  test("a whole day has 25 hours", () => {
    const end = quietUntil("sun 00:00-00:00", at("2026-10-25T00:00")) ?? 0;
    expect((end - at("2026-10-25T00:00")) / 3_600_000).toBe(25);
  });
});
