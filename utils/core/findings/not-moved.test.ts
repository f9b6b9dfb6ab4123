import { describe, expect, it } from "vitest";
import {
  answerOf,
  calendar,
  danas,
  destination,
  google,
  type Json,
  outlook,
  primary,
} from "../../../tests/fixtures/bodies.ts";
import { after } from "../../../tests/support/unit/replay.ts";

const MAIN = primary("main");
const named = (externalId: string, name: string, flags: Json = {}) =>
  calendar(externalId, { name, ...flags });
const off = { isSelected: false };
/** Her Outlook with these beside the main calendar; bookings go elsewhere. */
const list = (...calendars: unknown[]) => danas(google(135), outlook(212, MAIN, ...calendars));
const OLD = named("old", "Work");
const NEW = named("new", "Work");
const NEW_OFF = named("new", "Work", off);

describe("a calendar that is missing has not moved", () => {
  const GONE = "warning calendar-gone 212 old?";
  const unchecked = (externalId: string) => `notice not-selected 212 ${externalId}`;

  it.each<[string, unknown[], unknown[], string[]]>([
    [
      "when two fit",
      [OLD],
      [NEW_OFF, named("twin", "Work", off)],
      [GONE, unchecked("new"), unchecked("twin")],
    ],
    ["when none has its name", [OLD], [named("new", "Other", off)], [GONE, unchecked("new")]],
    ["when its name is blank", [named("old", " ")], [named("new", " ", off)], [GONE, unchecked("new")]],
    ["when what fits was there before", [OLD, NEW_OFF], [NEW_OFF], [GONE, unchecked("new")]],
    [
      "when another that was selected is missing as well",
      [OLD, named("also", "Also")],
      [NEW_OFF],
      ["warning calendar-gone 212 also?", GONE, unchecked("new")],
    ],
    ["while one of its connection can't be read", [OLD], [NEW_OFF, null], [unchecked("new")]],
    ["when it was not selected", [named("old", "Work", off)], [NEW_OFF], [unchecked("new")]],
  ])("%s", (_, before, now, findings) => {
    expect(after(list(...before)).answer(list(...now)).findings).toEqual(findings);
  });

  it("when it was known to be gone before", () => {
    const replay = after(list(OLD), list(), list());
    expect(replay.answer(list(NEW_OFF)).findings).toEqual([
      "warning calendar-gone 212 old",
      unchecked("new"),
    ]);
  });

  it("but has when it was only suspected to be gone", () => {
    expect(after(list(OLD), list()).answer(list(NEW_OFF)).findings).toEqual([
      "warning calendar-moved 212 new?",
    ]);
  });

  it("to another connection", () => {
    const before = danas(outlook(212, MAIN, OLD), outlook(213, primary("other")));
    const now = danas(outlook(212, MAIN), outlook(213, primary("other"), NEW));
    expect(after(before).answer(now).findings).toContain(GONE);
  });

  it("when bookings are added to it and another connection still lists it", () => {
    const shared = named("old", "Work", off);
    const two = (of: unknown) =>
      answerOf(
        [outlook(212, MAIN, of), outlook(213, primary("other"), shared)],
        destination("old", "office365_calendar"),
      );
    const replay = after(two(shared));
    expect(replay.answer(two(NEW_OFF)).findings).toEqual([unchecked("new"), "notice not-selected 213 old"]);
    expect(replay.answer(two(shared)).notify).toEqual([]);
  });

  it("though one that was not selected is missing, too", () => {
    const replay = after(list(OLD, named("also", "Also", off)));
    expect(replay.answer(list(NEW)).findings).toEqual([]);
  });
});
