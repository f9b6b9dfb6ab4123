import { describe, expect, test } from "vitest";
import { ID, localTime, rowOf, type ToldBreak, toldBar } from "../../../tests/support/unit/told-bar.ts";
import { aFinding } from "../../../tests/support/unit/world.ts";
import { connectionSubject } from "../model/subject.ts";
import { DAY, HOUR } from "../time.ts";
import type { Bar } from "./bar.ts";

const APPLE = { ...ID, integration: "apple_calendar", credentialId: 2 };
const AGAIN = { ...ID, credentialId: 9 };

/** Hours that each of the last days was broken, `w` where it worked, `b` where it is not known for how long, `-` where nothing is. */
function hours(bar: Bar, last: number): (number | string)[] {
  return bar.days.slice(-last).map(({ state, breaks, share }) => {
    if (state !== "broke") return state === "worked" ? "w" : "-";
    return share === null ? "b" : breaks.reduce((sum, { start, end }) => sum + end - start, 0) / HOUR;
  });
}

describe("the broken share of a day", () => {
  test("is that between begin and end", () => {
    const bar = toldBar("wb", "2026-03-04T14:00", { breaks: [["2026-03-04T10:30", "2026-03-04T12:30"]] });
    expect(hours(bar, 2)).toEqual(["w", 2]);
    expect(bar.days.at(-1)?.share).toBeCloseTo(2 / 24);
  });

  test("is that of all breaks of the day, whatever they were called", () => {
    const breaks: ToldBreak[] = [
      ["2026-03-04T01:00", "2026-03-04T02:00"],
      ["2026-03-04T05:00", "2026-03-04T06:30"],
    ];
    expect(hours(toldBar("b", "2026-03-04T14:00", { breaks }), 1)).toEqual([2.5]);
  });

  test("goes to both days of a break over midnight, even if the second one was noted as working", () => {
    const breaks: ToldBreak[] = [["2026-03-03T23:00", "2026-03-04T01:30"]];
    const bar = toldBar("bw", "2026-03-04T14:00", { breaks });
    expect(hours(bar, 2)).toEqual([1, 1.5]);
    expect(bar.breaks).toHaveLength(1);
  });

  test("is up to now of a break that lasts", () => {
    expect(hours(toldBar("bb", "2026-03-04T14:00", { breaks: [["2026-03-03T18:00", null]] }), 2)).toEqual([
      6, 14,
    ]);
  });

  test("is all of the days before, of a break that began before anything that is kept", () => {
    const breaks: ToldBreak[] = [[null, "2026-03-04T09:00"]];
    expect(hours(toldBar("bbb", "2026-03-04T14:00", { breaks }), 3)).toEqual([24, 24, 9]);
    expect(hours(toldBar("bwb-w", "2026-03-04T14:00", { breaks }), 5)).toEqual(["b", "w", 24, 24, 9]);
  });

  test("is that of a break that lasts and is in no entry, by what holds now", () => {
    const long = aFinding({
      kind: "connection-error",
      subject: connectionSubject(ID),
      confirmedAt: localTime("2025-11-01T10:00"),
    });
    expect(hours(toldBar("bb", "2026-03-04T14:00", { findings: [long] }), 2)).toEqual([24, 14]);
    const other = { ...long, subject: connectionSubject(APPLE) };
    const suspected = { ...long, confirmed: false };
    const over = { ...long, endedCounted: 1 };
    expect(hours(toldBar("ww", "2026-03-04T14:00", { findings: [other, suspected, over] }), 2)).toEqual([
      "w",
      "w",
    ]);
  });

  test("is not known where nothing but the day is", () => {
    const bar = toldBar("bw", "2026-03-04T14:00");
    expect(hours(bar, 2)).toEqual(["b", "w"]);
    expect(bar.days.at(-2)?.share).toBeNull();
  });

  test.each([
    ["2026-03-29", 23],
    ["2026-10-25", 25],
  ])("of %s is one of %i hours", (date, length) => {
    const now = `${date}T23:59`;
    const half = toldBar("b", now, { breaks: [[`${date}T06:00`, `${date}T07:00`]] });
    expect(half.days.at(-1)?.share).toBeCloseTo(1 / length);
    const nextDay = new Date(localTime(now) + DAY).toISOString().slice(0, 10);
    const breaks: ToldBreak[] = [[`${date}T00:00`, `${nextDay}T00:00`]];
    const whole = toldBar("bw", `${nextDay}T14:00`, { breaks });
    expect(whole.days.at(-2)?.share).toBe(1);
    expect(hours(whole, 2)).toEqual([length, "w"]);
  });
});

describe("a day that nobody watched", () => {
  test("stays unknown, unless it was broken before and after it", () => {
    const breaks: ToldBreak[] = [["2026-03-01T18:00", "2026-03-03T09:00"]];
    expect(hours(toldBar("b-bw", "2026-03-04T14:00", { breaks }), 4)).toEqual([6, 24, 9, "w"]);
    expect(hours(toldBar("w-w", "2026-03-04T14:00"), 3)).toEqual(["w", "-", "w"]);
    const half: ToldBreak[] = [["2026-03-02T18:00", "2026-03-03T06:00"]];
    expect(hours(toldBar("b-w", "2026-03-04T14:00", { breaks: half }), 3)).toEqual([6, "-", "w"]);
  });

  test("stays unknown after the last answer, though nothing was right again", () => {
    const breaks: ToldBreak[] = [["2026-03-01T18:00", null]];
    const bar = toldBar("b", "2026-03-04T14:00", { breaks, last: "2026-03-01" });
    expect(hours(bar, 4)).toEqual([6, "-", "-", "-"]);
  });
});

describe("breaks of another connection", () => {
  test("are none of this one's", () => {
    const breaks: ToldBreak[] = [["2026-03-04T10:00", "2026-03-04T12:00", APPLE]];
    expect(hours(toldBar("w", "2026-03-04T14:00", { breaks }), 1)).toEqual(["w"]);
  });

  test("are this one's when it was that account's before it was connected again, and has no days of its own", () => {
    const breaks: ToldBreak[] = [["2026-03-04T10:00", "2026-03-04T12:00", AGAIN]];
    expect(hours(toldBar("b", "2026-03-04T14:00", { breaks }), 1)).toEqual([2]);
    const rows = [rowOf("2026-03-04", "b", AGAIN)];
    expect(hours(toldBar("w", "2026-03-04T14:00", { breaks, rows }), 1)).toEqual(["w"]);
  });
});
