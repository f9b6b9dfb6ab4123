import { describe, expect, it } from "vitest";
import {
  calendar,
  DANA,
  danas,
  google,
  outlook,
  primary,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { after, calendarOf, DAY, HOUR, MINUTE, type Replay } from "../../../tests/support/unit/replay.ts";
import { Story } from "../../../tests/support/unit/story.ts";

const WELL = danas(google(135, primary(DANA), calendar("team")), outlook(212));
const BAD = danas(google(135, primary(DANA), unselected("team")));
const FOUND = ["warning connection-gone 212", "warning selection-lost 135 team"];
const MONTH = 30 * DAY;

/** A connection is gone and a selection lost, both confirmed. */
function confirmed(): Replay {
  const replay = after(WELL, BAD);
  expect(replay.answer(BAD).findings).toEqual(FOUND);
  return replay;
}

describe("what ends after thirty days", () => {
  it("does not by a laptop that was closed for longer", () => {
    const replay = confirmed();
    expect(replay.wait(2 * MONTH).answer(BAD)).toMatchObject({ findings: FOUND, notify: [] });
  });

  it("does by thirty answers, each after more than a day", () => {
    const replay = confirmed();
    for (let time = 1; time < 30; time++) replay.wait(3 * DAY).answer(BAD);
    expect(replay.wait(DAY - 1).answer(BAD).findings).toEqual(FOUND);
    expect(replay.wait(1).answer(BAD).findings).toEqual(["notice not-selected 135 team"]);
  });

  it("does not by failures, rejected keys or what the person did", () => {
    const replay = confirmed();
    for (let day = 0; day < 40; day++) {
      replay.wait(DAY).fail();
      replay.wait(MINUTE).answer({ status: "error", error: { code: "x" } }, 401);
      replay.do({ keepDestination: true });
    }
    expect(replay.answer(BAD)).toMatchObject({ findings: FOUND, notify: ["recovered key-rejected"] });
  });

  it("counts days as they were, in however many answers", () => {
    const replay = confirmed();
    for (let hour = 1; hour < 30 * 24; hour++) replay.wait(HOUR).answer(BAD);
    expect(replay.wait(HOUR - 1).answer(BAD).findings).toEqual(FOUND);
    expect(replay.wait(1).answer(BAD).findings).toEqual(["notice not-selected 135 team"]);
  });
});

describe("marks", () => {
  it("outlive a laptop that was closed for longer than thirty days", () => {
    const body = danas(google(135, primary(DANA), unselected("team")));
    const replay = after(body);
    replay.expect("not-selected", calendarOf(135, "team"));
    replay.answer(danas(google(135)));
    expect(replay.wait(2 * MONTH).answer(body).findings).toEqual(["notice not-selected 135 team (expected)"]);
  });
});

describe("a clock that is wrong for a while", () => {
  const years = (count: number) => count * 365 * 24 * 3_600_000;

  it.each([
    ["back in 2020", -years(6)],
    ["40 days ahead", 40 * 24 * 3_600_000],
  ])("and %s at a failed attempt ends nothing that was found", (_, ms) => {
    const story = Story.after(WELL, BAD, BAD);
    expect(story.wait(ms).line({ network: "offline" })).toEqual([]);
    expect(story.wait(-ms).answer(BAD)).toEqual([]);
    expect(story.told).toEqual([]);
  });

  it.each([
    ["back in 2020", -years(6)],
    ["40 days ahead", 40 * 24 * 3_600_000],
  ])("and %s at an answer ends nothing that was found", (_, ms) => {
    const story = Story.after(WELL, BAD, BAD);
    expect(story.wait(ms).answer(BAD)).toEqual([]);
    expect(story.wait(-ms).answer(BAD)).toEqual([]);
    expect(story.told).toEqual([]);
  });

  it("and back in 2020 at an answer puts nothing off either", () => {
    const story = Story.after(WELL, BAD, BAD);
    story.wait(-years(6)).answer(BAD);
    story.wait(years(6));
    const ended = Array.from({ length: 31 }, () => story.wait(24 * 3_600_000).answer(BAD)).flat();
    expect(ended).toContain("ended warning connection-gone 212");
  });

  it("brings nothing nearer by going to and fro, but for a day each time at most", () => {
    const story = Story.after(WELL, BAD, BAD);
    for (let time = 0; time < 14; time++) {
      expect(story.wait(years(1)).answer(BAD)).toEqual([]);
      expect(story.wait(-years(1)).answer(BAD)).toEqual([]);
    }
  });
});
