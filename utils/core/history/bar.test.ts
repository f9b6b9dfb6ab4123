import { expect, test } from "vitest";
import { ID as GOOGLE, localTime, rowOf as row } from "../../../tests/support/unit/told-bar.ts";
import { bars, count, runsOf } from "./bar.ts";
import type { Breaks } from "./breaks.ts";

const APPLE = { ...GOOGLE, integration: "apple_calendar", credentialId: 2 };
const NOTHING: Breaks = { items: [], connections: [], findings: [], now: localTime("2026-03-04T14:00") };

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

test("days are counted by how they were", () => {
  const [bar] = bars([row("2026-03-04", "wwb-w")], NOTHING, "2026-03-04", null);
  const counts = (["worked", "broke", "unknown"] as const).map((state) => count(bar?.days ?? [], state));
  expect(counts).toEqual([3, 1, 26]);
});
