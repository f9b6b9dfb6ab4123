import { describe, expect, test } from "vitest";
import { aFinding } from "../../../tests/support/unit/world.ts";
import type { FindingRecord } from "../model/account-state.ts";
import type { ConnectionDays, HistoryEntry } from "../model/history.ts";
import { connectionSubject } from "../model/subject.ts";
import { DAY, HOUR } from "../time.ts";
import { type Bar, bars, runsOf } from "./bar.ts";
import type { Breaks } from "./breaks.ts";
import { historyItems } from "./incidents.ts";
import { uptime } from "./uptime.ts";

const GOOGLE = { integration: "google_calendar", credentialId: 1, delegationCredentialId: null };
const APPLE = { ...GOOGLE, integration: "apple_calendar", credentialId: 2 };
const AGAIN = { ...GOOGLE, credentialId: 9 };

function row(last: string, days: string, of = GOOGLE): ConnectionDays {
  return { ...of, app: "Google Calendar", whose: "dana@example.com", last, days };
}

const at = (local: string) => new Date(local).getTime();
const NOTHING: Breaks = { items: [], connections: [], findings: [], now: at("2026-03-04T14:00") };

function drawn(last: string, days: string, today: string): string {
  const [bar] = bars([row(last, days)], NOTHING, today, null);
  return (bar?.days ?? []).map(({ state }) => state.charAt(0)).join("");
}

test("a bar has 30 days up to today, and what nothing is written of is unknown", () => {
  const [bar] = bars([row("2026-03-03", "wb")], NOTHING, "2026-03-04", null);
  expect(bar?.days).toHaveLength(30);
  expect(bar?.days[0]).toMatchObject({ date: "2026-02-03", state: "unknown" });
  expect(bar?.days.slice(-3)).toMatchObject([
    { date: "2026-03-02", state: "worked" },
    { date: "2026-03-03", state: "broke" },
    { date: "2026-03-04", state: "unknown" },
  ]);
});

test("a full month up to today fills the bar, across the day that the clocks are changed", () => {
  expect(drawn("2026-04-10", `b${"w".repeat(29)}`, "2026-04-10")).toBe(`b${"w".repeat(29)}`);
});

test("what is older than a month moves out of the bar", () => {
  expect(drawn("2026-03-01", "wwwb", "2026-03-30")).toBe(`b${"u".repeat(29)}`);
  expect(drawn("2026-03-01", "wwwb", "2026-03-31")).toBe("u".repeat(30));
});

test("days after today, of a clock that was set back, are not drawn", () => {
  expect(drawn("2026-03-06", "wbw", "2026-03-04")).toBe(`${"u".repeat(29)}w`);
});

test("bars stand in the order of the connections, and those that are gone at the end", () => {
  const rows = [
    row("2026-03-04", "w", { ...GOOGLE, credentialId: 9 }),
    row("2026-03-04", "w", APPLE),
    row("2026-03-04", "w"),
  ];
  const drawn = bars(rows, NOTHING, "2026-03-04", [GOOGLE, APPLE]);
  expect(drawn.map(({ key, isGone }) => [JSON.parse(key)[1], isGone])).toEqual([
    [1, false],
    [2, false],
    [9, true],
  ]);
});

test("a connection that is gone for more than a month has no bar; one that is there has", () => {
  expect(bars([row("2026-01-01", "w")], NOTHING, "2026-03-04", [APPLE])).toEqual([]);
  expect(bars([row("2026-01-01", "w")], NOTHING, "2026-03-04", [GOOGLE])).toHaveLength(1);
});

test("none counts as gone while it is not known which there are", () => {
  expect(bars([row("2026-03-04", "w")], NOTHING, "2026-03-04", null)[0]?.isGone).toBe(false);
});

test("days in a row that were alike are one run", () => {
  const [bar] = bars([row("2026-03-04", "bbwb-b")], NOTHING, "2026-03-04", null);
  expect(runsOf(bar?.days ?? [], "broke")).toEqual([
    { first: "2026-02-27", last: "2026-02-28" },
    { first: "2026-03-02", last: "2026-03-02" },
    { first: "2026-03-04", last: "2026-03-04" },
  ]);
});

interface Told {
  /** From when until when it was broken; null for what is not known, or lasts. */
  breaks?: [begin: string | null, end: string | null, of?: typeof GOOGLE][];
  findings?: FindingRecord[];
  rows?: ConnectionDays[];
}

/** The first bar, of what is written down. @param now also the day that the row is noted up to */
function told(days: string, now: string, { breaks = [], findings = [], rows = [] }: Told = {}): Bar {
  const connections = breaks.map(([, , of = GOOGLE]) => ({ ...row("", "", of) }));
  const entries = breaks.flatMap(([begin, end], connection): HistoryEntry[] => [
    ...(begin ? [entryAt(begin, "came", connection)] : []),
    ...(end ? [entryAt(end, "recovered", connection)] : []),
  ]);
  const history = { connections, entries: entries.toSorted((a, b) => a.at - b.at), days: [] };
  const known = { items: historyItems(history), connections, findings, now: at(now) };
  const [bar] = bars([row(now.slice(0, 10), days), ...rows], known, now.slice(0, 10), null);
  if (!bar) throw new Error("There is no bar.");
  return bar;
}

function entryAt(local: string, event: "came" | "recovered", connection: number): HistoryEntry {
  return { at: at(local), event, kind: "connection-error", level: "error", connection };
}

/** Hours that each of the last days was broken, `w` where it worked, `b` where it is not known for how long, `-` where nothing is. */
function hours(bar: Bar, last: number): (number | string)[] {
  return bar.days.slice(-last).map(({ state, breaks, share }) => {
    if (state !== "broke") return state === "worked" ? "w" : "-";
    return share === null ? "b" : breaks.reduce((sum, { start, end }) => sum + end - start, 0) / HOUR;
  });
}

describe("the broken share of a day", () => {
  test("is that between begin and end", () => {
    const bar = told("wb", "2026-03-04T14:00", { breaks: [["2026-03-04T10:30", "2026-03-04T12:30"]] });
    expect(hours(bar, 2)).toEqual(["w", 2]);
    expect(bar.days.at(-1)?.share).toBeCloseTo(2 / 24);
  });

  test("is that of all breaks of the day, whatever they were called", () => {
    const breaks: Told["breaks"] = [
      ["2026-03-04T01:00", "2026-03-04T02:00"],
      ["2026-03-04T05:00", "2026-03-04T06:30"],
    ];
    expect(hours(told("b", "2026-03-04T14:00", { breaks }), 1)).toEqual([2.5]);
  });

  test("goes to both days of a break over midnight, even if the second one was noted as working", () => {
    const breaks: Told["breaks"] = [["2026-03-03T23:00", "2026-03-04T01:30"]];
    const bar = told("bw", "2026-03-04T14:00", { breaks });
    expect(hours(bar, 2)).toEqual([1, 1.5]);
    expect(bar.breaks).toHaveLength(1);
  });

  test("is up to now of a break that lasts", () => {
    expect(hours(told("bb", "2026-03-04T14:00", { breaks: [["2026-03-03T18:00", null]] }), 2)).toEqual([6, 14]);
  });

  test("is all of the days before, of a break that began before anything that is kept", () => {
    const breaks: Told["breaks"] = [[null, "2026-03-04T09:00"]];
    expect(hours(told("bbb", "2026-03-04T14:00", { breaks }), 3)).toEqual([24, 24, 9]);
    expect(hours(told("bwb-w", "2026-03-04T14:00", { breaks }), 5)).toEqual(["b", "w", 24, 24, 9]);
  });

  test("is that of a break that lasts and is in no entry, by what holds now", () => {
    const long = aFinding({
      kind: "connection-error",
      subject: connectionSubject(GOOGLE),
      confirmedAt: at("2025-11-01T10:00"),
    });
    expect(hours(told("bb", "2026-03-04T14:00", { findings: [long] }), 2)).toEqual([24, 14]);
    const other = { ...long, subject: connectionSubject(APPLE) };
    const suspected = { ...long, confirmed: false };
    const over = { ...long, endedCounted: 1 };
    expect(hours(told("ww", "2026-03-04T14:00", { findings: [other, suspected, over] }), 2)).toEqual(["w", "w"]);
  });

  test("is not known where nothing but the day is", () => {
    const bar = told("bw", "2026-03-04T14:00");
    expect(hours(bar, 2)).toEqual(["b", "w"]);
    expect(bar.days.at(-2)?.share).toBeNull();
  });

  test.each([
    ["2026-03-29", 23],
    ["2026-10-25", 25],
  ])("of %s is one of %i hours", (date, length) => {
    const now = `${date}T23:59`;
    const half = told("b", now, { breaks: [[`${date}T06:00`, `${date}T07:00`]] });
    expect(half.days.at(-1)?.share).toBeCloseTo(1 / length);
    const nextDay = new Date(at(now) + DAY).toISOString().slice(0, 10);
    const breaks: Told["breaks"] = [[`${date}T00:00`, `${nextDay}T00:00`]];
    const whole = told("bw", `${nextDay}T14:00`, { breaks });
    expect(whole.days.at(-2)?.share).toBe(1);
    expect(hours(whole, 2)).toEqual([length, "w"]);
  });
});

describe("a day that nobody watched", () => {
  test("stays unknown, unless it was broken before and after it", () => {
    const breaks: Told["breaks"] = [["2026-03-01T18:00", "2026-03-03T09:00"]];
    expect(hours(told("b-bw", "2026-03-04T14:00", { breaks }), 4)).toEqual([6, 24, 9, "w"]);
    expect(hours(told("w-w", "2026-03-04T14:00"), 3)).toEqual(["w", "-", "w"]);
  });

  test("stays unknown after the last answer, though nothing was right again", () => {
    const breaks: Told["breaks"] = [["2026-03-01T18:00", null]];
    const [bar] = bars(
      [row("2026-03-01", "b")],
      {
        items: historyItems({
          connections: [row("", "")],
          entries: [entryAt("2026-03-01T18:00", "came", 0)],
          days: [],
        }),
        connections: [row("", "")],
        findings: [],
        now: at("2026-03-04T14:00"),
      },
      "2026-03-04",
      null,
    );
    expect(breaks).toHaveLength(1);
    expect(hours(bar as Bar, 4)).toEqual([6, "-", "-", "-"]);
  });
});

describe("breaks of another connection", () => {
  test("are none of this one's", () => {
    const breaks: Told["breaks"] = [["2026-03-04T10:00", "2026-03-04T12:00", APPLE]];
    expect(hours(told("w", "2026-03-04T14:00", { breaks }), 1)).toEqual(["w"]);
  });

  test("are this one's when it was that account's before it was connected again, and has no days of its own", () => {
    const breaks: Told["breaks"] = [["2026-03-04T10:00", "2026-03-04T12:00", AGAIN]];
    expect(hours(told("b", "2026-03-04T14:00", { breaks }), 1)).toEqual([2]);
    const rows = [row("2026-03-04", "b", AGAIN)];
    expect(hours(told("w", "2026-03-04T14:00", { breaks, rows }), 1)).toEqual(["w"]);
  });
});

describe("how much of the time a connection worked", () => {
  const up = (bar: Bar, now: string) => uptime(bar, at(now));

  test("is that of the days that are known, today up to now", () => {
    const bar = told("w-wb", "2026-03-04T12:00", { breaks: [["2026-03-04T06:00", "2026-03-04T09:00"]] });
    expect(up(bar, "2026-03-04T12:00")).toEqual({
      days: 3,
      isSinceToday: false,
      breaks: 1,
      brokenMs: 3 * HOUR,
      worked: 0.95,
    });
  });

  test("is never all of it when there was a break, nor less than nothing", () => {
    const short: Told["breaks"] = [["2026-03-04T06:00:00", "2026-03-04T06:00:01"]];
    const now = "2026-03-04T12:00";
    expect(up(told(`${"w".repeat(29)}b`, now, { breaks: short }), now).worked).toBe(0.999);
    expect(up(told("b", now, { breaks: [["2026-03-03T06:00", null]] }), now).worked).toBe(0);
  });

  test("is not known while one of its breaks is no more than a day", () => {
    const now = "2026-03-04T12:00";
    const bar = told("bbwb", now, { breaks: [["2026-03-04T06:00", "2026-03-04T09:00"]] });
    expect(up(bar, now)).toMatchObject({ breaks: 2, brokenMs: null, worked: null });
  });

  test("is not claimed of days that nobody watched", () => {
    const now = "2026-03-04T12:00";
    expect(up(told("w", now), now)).toMatchObject({ days: 1, isSinceToday: true, breaks: 0, worked: 1 });
    expect(up(told("ww", now), now).isSinceToday).toBe(false);
    const [never] = bars([row("2026-01-01", "w")], NOTHING, "2026-03-04", [GOOGLE]);
    expect(up(never as Bar, now)).toMatchObject({ days: 0, isSinceToday: false, worked: null });
  });

  test("counts a break over days once", () => {
    const now = "2026-03-04T12:00";
    const breaks: Told["breaks"] = [
      ["2026-03-02T20:00", "2026-03-04T02:00"],
      ["2026-03-04T05:00", "2026-03-04T06:00"],
    ];
    expect(up(told("wb-b", now, { breaks }), now)).toMatchObject({ breaks: 2, brokenMs: 31 * HOUR });
  });
});
