import { describe, expect, test } from "vitest";
import { localTime, type ToldBreak, toldBar } from "../../../tests/support/unit/told-bar.ts";
import { HOUR } from "../time.ts";
import type { Bar } from "./bar.ts";
import { uptime } from "./uptime.ts";

describe("how much of the time a connection worked", () => {
  const up = (bar: Bar, now: string) => uptime(bar, localTime(now));

  test("is that of the days that are known, today up to now", () => {
    const bar = toldBar("w-wb", "2026-03-04T12:00", { breaks: [["2026-03-04T06:00", "2026-03-04T09:00"]] });
    expect(up(bar, "2026-03-04T12:00")).toEqual({
      days: 3,
      isSinceToday: false,
      breaks: 1,
      brokenMs: 3 * HOUR,
      worked: 0.95,
    });
  });

  test("is never all of it when there was a break, nor less than nothing", () => {
    const short: ToldBreak[] = [["2026-03-04T06:00:00", "2026-03-04T06:00:01"]];
    const now = "2026-03-04T12:00";
    expect(up(toldBar(`${"w".repeat(29)}b`, now, { breaks: short }), now).worked).toBe(0.999);
    expect(up(toldBar("b", now, { breaks: [["2026-03-03T06:00", null]] }), now).worked).toBe(0);
  });

  test("is not known while one of its breaks is no more than a day", () => {
    const now = "2026-03-04T12:00";
    const bar = toldBar("bbwb", now, { breaks: [["2026-03-04T06:00", "2026-03-04T09:00"]] });
    expect(up(bar, now)).toMatchObject({ breaks: 2, brokenMs: null, worked: null });
  });

  test("takes days in a row, of which no more is known than that it was broken, for one break", () => {
    const now = "2026-03-04T12:00";
    expect(up(toldBar("bb", now), now).breaks).toBe(1);
    expect(up(toldBar("wbbwb", now), now).breaks).toBe(2);
  });

  test("is not claimed of days that nobody watched", () => {
    const now = "2026-03-04T12:00";
    expect(up(toldBar("w", now), now)).toMatchObject({ days: 1, isSinceToday: true, breaks: 0, worked: 1 });
    expect(up(toldBar("ww", now), now).isSinceToday).toBe(false);
    const never = toldBar("w", now, { last: "2026-01-01" });
    expect(up(never, now)).toMatchObject({ days: 0, isSinceToday: false, worked: null });
  });

  test("is not touched by a break before those days", () => {
    const now = "2026-03-04T12:00";
    const breaks: ToldBreak[] = [["2026-01-02T20:00", "2026-01-03T02:00"]];
    expect(up(toldBar("w".repeat(30), now, { breaks }), now)).toMatchObject({ breaks: 0, worked: 1 });
  });

  test("counts a break over days once", () => {
    const now = "2026-03-04T12:00";
    const breaks: ToldBreak[] = [
      ["2026-03-02T20:00", "2026-03-04T02:00"],
      ["2026-03-04T05:00", "2026-03-04T06:00"],
    ];
    expect(up(toldBar("wb-b", now, { breaks }), now)).toMatchObject({ breaks: 2, brokenMs: 31 * HOUR });
  });
});
