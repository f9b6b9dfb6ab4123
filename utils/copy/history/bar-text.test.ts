import { expect, test } from "vitest";
import { localTime, type ToldBreak, toldBar } from "../../../tests/support/unit/told-bar.ts";
import type { Bar } from "../../core/history/bar.ts";
import { barLabel, barShort, barSummary } from "./bar-text.ts";
import { dayRange } from "./dates.ts";
import { dayText } from "./day-text.ts";

const TODAY = "2026-03-05";
const NOW = localTime(`${TODAY}T14:00`);

/** @param letters of the last days, up to today */
const bar = (letters: string, breaks: ToldBreak[] = []) => toldBar(letters, `${TODAY}T14:00`, { breaks });
const short = (letters: string, breaks?: ToldBreak[]) => barShort(bar(letters, breaks), NOW);
/** Spaces as they are typed: how wide those of times are differs between versions of the browsers' language data. */
const plain = (text: string | undefined) =>
  text?.replace(/[\u2009\u202f\u00a0]/g, " ").replace(/ ?– ?/g, "–");

test("a bar is read out with the dates of its breaks", () => {
  expect(barSummary(bar(`${"w".repeat(25)}-w${"bb"}w`))).toBe(
    `working on 27 of the last 30 days, broken for some of ${dayRange("2026-03-03", "2026-03-04")}, unknown on 1 day`,
  );
  expect(barSummary(bar(`b${"w".repeat(27)}bw`))).toContain("broken for some of 4 February and 4 March");
});

test("a month without a break says just that", () => {
  expect(barSummary(bar("w".repeat(30)))).toBe("working on 30 of the last 30 days");
});

test("more dates than one can listen to become a number", () => {
  expect(barSummary(bar("bw".repeat(15)))).toContain("broken for some of 15 days");
  expect(barSummary(bar(`${"w".repeat(20)}${"bw".repeat(5)}`))).toMatch(
    /broken for some of 24 February, .* and 4 March/,
  );
});

test("a bar is called by its connection, and one that is gone is said to be", () => {
  expect(barLabel(bar("w"))).toBe("Google Calendar (dana@example.com), day by day");
  expect(barLabel({ ...bar("w"), isGone: true })).toMatch(
    /^Google Calendar \(dana@example.com\), no longer connected/,
  );
});

test("beside a bar stands how much of the time it worked, how often it broke, and for how long", () => {
  expect(plain(short(`${"w".repeat(29)}b`, [[`${TODAY}T10:36`, `${TODAY}T12:54`]]))).toBe(
    "99.6% · 1 break, 2 h 18 min",
  );
  const two: ToldBreak[] = [
    ["2026-03-03T20:00", "2026-03-04T08:00"],
    [`${TODAY}T10:00`, null],
  ];
  expect(plain(short(`${"w".repeat(27)}bbb`, two))).toBe("97.7% · 2 breaks, 16 h");
});

test("where not every break has its times, the days are counted", () => {
  expect(short("wb")).toBe("Broken on 1 day");
  expect(short("bbw")).toBe("Broken on 2 days");
  expect(short("bwb", [[`${TODAY}T10:00`, `${TODAY}T12:00`]])).toBe("Broken on 2 days");
});

test("no more days are said to be without breaks than were watched", () => {
  expect(short("w".repeat(30))).toBe("No breaks");
  expect(short("ww-w")).toBe("No breaks on the 3 days watched");
  expect(short("w")).toBe("Watched since today");
  expect(plain(short("b", [[`${TODAY}T10:00`, `${TODAY}T12:00`]]))).toBe(
    "Watched since today · 1 break, 2 h",
  );
  expect(short("-")).toBe("Unknown");
});

test.each<[string, string, ToldBreak[]]>([
  ["Thu 5 Mar · working", "w", []],
  ["Thu 5 Mar · unknown", "-", []],
  ["Thu 5 Mar · broken for some of the day", "b", []],
  ["Thu 5 Mar · broken 10:36–12:54", "b", [[`${TODAY}T10:36`, `${TODAY}T12:54`]]],
  ["Thu 5 Mar · broken since 10:36", "b", [[`${TODAY}T10:36`, null]]],
  ["Thu 5 Mar · broken until 8:00", "bb", [["2026-03-04T20:00", `${TODAY}T08:00`]]],
  [
    "Thu 5 Mar · broken until 8:00, 9:00–10:00 and since 13:00",
    "bb",
    [
      ["2026-03-04T20:00", `${TODAY}T08:00`],
      [`${TODAY}T09:00`, `${TODAY}T10:00`],
      [`${TODAY}T13:00`, null],
    ],
  ],
  [
    "Thu 5 Mar · broken 4 times, 2 h in all",
    "b",
    [1, 3, 5, 7].map((hour): ToldBreak => [`${TODAY}T0${hour}:00`, `${TODAY}T0${hour}:30`]),
  ],
])("a day is told as %s", (text, letters, breaks) => {
  expect(plain(dayText(bar(letters, breaks).days.at(-1) as Bar["days"][number], NOW))).toBe(text);
});

test("of a break over days each day has its part", () => {
  const { days } = bar("bbb", [["2026-03-03T20:00", `${TODAY}T08:00`]]);
  expect(days.slice(-3).map((day) => plain(dayText(day, NOW)))).toEqual([
    "Tue 3 Mar · broken from 20:00",
    "Wed 4 Mar · broken all day",
    "Thu 5 Mar · broken until 8:00",
  ]);
});
