import { describe, expect, it } from "vitest";
import {
  ALONE,
  BLIP_212,
  BOTH,
  calendar,
  DANA,
  danas,
  google,
  primary,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { after, calendarOf, connectionOf, MINUTE } from "../../../tests/support/unit/replay.ts";

describe("accepting what is gone or lost", () => {
  it("ends connection-gone there and then, which is no recovery", () => {
    const replay = after(BOTH, ALONE, ALONE);
    expect(replay.expect("connection-gone", connectionOf(212))).toMatchObject({ state: "ok", findings: [] });
    expect(replay.answer(ALONE)).toMatchObject({ findings: [], notify: [] });
    expect(replay.answer(BOTH)).toMatchObject({ findings: [], notify: [] });
  });

  it("ends it while it is only suspected", () => {
    const replay = after(BOTH, ALONE);
    expect(replay.expect("connection-gone", connectionOf(212)).findings).toEqual([]);
    expect(replay.answer(ALONE)).toMatchObject({ findings: [], notify: [] });
  });

  it("makes a connection that comes back broken a new one", () => {
    const replay = after(BOTH, ALONE, ALONE);
    replay.expect("connection-gone", connectionOf(212));
    expect(replay.answer(BLIP_212).findings).toEqual(["error connection-error 212?"]);
    expect(replay.answer(ALONE).findings).toEqual([]);
  });

  it("ends calendar-gone there and then", () => {
    const list = danas(google(135, primary(DANA), calendar("team")));
    const replay = after(list, ALONE, ALONE);
    expect(replay.expect("calendar-gone", calendarOf(135, "team")).findings).toEqual([]);
    expect(replay.answer(ALONE)).toMatchObject({ findings: [], notify: [] });
    expect(replay.answer(danas(google(135, primary(DANA), unselected("team")))).findings).toEqual([
      "notice not-selected 135 team",
    ]);
  });

  it("takes an accepted calendar out of what is checked for conflicts", () => {
    const replay = after(danas(google(135, unselected(DANA), calendar("team"))));
    replay.answer(danas(google(135, unselected(DANA))));
    replay.expect("calendar-gone", calendarOf(135, "team"));
    expect(replay.wait(1).answer(danas(google(135, unselected(DANA)))).findings).toContain(
      "warning nothing-selected",
    );
  });

  it.each([
    ["that is only suspected", 1],
    ["that is confirmed", 2],
  ])("makes a lost selection %s one that is not selected, as expected, and the mark stays", (_, times) => {
    const lost = danas(google(135, primary(DANA), unselected("team", { primary: true })));
    const replay = after(danas(google(135, primary(DANA), calendar("team"))));
    for (let time = 0; time < times; time++) replay.wait(5 * MINUTE).answer(lost);
    expect(replay.expect("selection-lost", calendarOf(135, "team"))).toMatchObject({
      badge: "",
      findings: ["warning not-selected 135 team (expected)"],
    });
    expect(replay.answer(lost)).toMatchObject({
      findings: ["warning not-selected 135 team (expected)"],
      notify: [],
    });
    replay.answer(danas(google(135, primary(DANA), calendar("team"))));
    replay.answer(lost);
    expect(replay.wait(5 * MINUTE).answer(lost)).toMatchObject({
      findings: ["warning selection-lost 135 team"],
      notify: ["selection-lost 135 team"],
    });
  });
});
