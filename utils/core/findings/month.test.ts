import { describe, expect, it } from "vitest";
import {
  ALONE,
  answerOf,
  BOTH,
  broken,
  calendar,
  DANA,
  danas,
  google,
  outlook,
  primary,
  REVOKED,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import {
  after,
  calendarOf,
  connectionOf,
  DAY,
  MINUTE,
  type Replay,
} from "../../../tests/support/unit/replay.ts";

const TEAM = danas(google(135, primary(DANA), calendar("team", { primary: true })));
const LOST = danas(google(135, primary(DANA), unselected("team", { primary: true })));

/** So many days of answers, one a day; what the last of them shows. */
function days(replay: Replay, count: number, body: unknown) {
  for (let day = 1; day < count; day++) replay.wait(DAY).answer(body);
  return replay.wait(DAY).answer(body).findings;
}

/** The day after, but for a moment, and then the moment. */
function onTheLastDay(replay: Replay, body: unknown): [before: string[], then: string[]] {
  days(replay, 29, body);
  const before = replay.wait(DAY - 0.001).answer(body).findings;
  return [before, replay.wait(0.001).answer(body).findings];
}

describe("after thirty days of answers since its confirmation", () => {
  it("a connection that is gone is forgotten", () => {
    const replay = after(BOTH, ALONE);
    replay.answer(ALONE);
    expect(onTheLastDay(replay, ALONE)).toEqual([["warning connection-gone 212"], []]);
    expect(replay.answer(ALONE)).toMatchObject({ findings: [], notify: [] });
    expect(replay.answer(BOTH)).toMatchObject({ findings: [], notify: [] });
  });

  it("a calendar that is gone is forgotten", () => {
    const replay = after(TEAM, ALONE);
    replay.answer(ALONE);
    expect(onTheLastDay(replay, ALONE)).toEqual([["warning calendar-gone 135 team"], []]);
    expect(replay.answer(ALONE)).toMatchObject({ findings: [], notify: [] });
  });

  it("a lost selection is one that is not selected", () => {
    const replay = after(TEAM, LOST);
    replay.answer(LOST);
    expect(onTheLastDay(replay, LOST)).toEqual([
      ["warning selection-lost 135 team"],
      ["warning not-selected 135 team"],
    ]);
  });

  it("a calendar that moved and was not checked again is one that is not selected", () => {
    const moved = danas(google(135, primary(DANA), unselected("team-2", { primary: true, name: "team" })));
    const replay = after(danas(google(135, primary(DANA), calendar("team"))), moved);
    replay.answer(moved);
    expect(onTheLastDay(replay, moved)).toEqual([
      ["warning calendar-moved 135 team-2"],
      ["warning not-selected 135 team-2"],
    ]);
  });

  it("every other finding stands", () => {
    const revoked = answerOf([broken(google(135), REVOKED)], {});
    const replay = after(revoked);
    expect(days(replay, 31, revoked)).toEqual(["error connection-error 135", "error destination-missing"]);
  });
});

it("a lost selection that is hidden ends without being shown", () => {
  const replay = after(TEAM, LOST);
  replay.answer(LOST);
  const revoked = answerOf([broken(google(135), REVOKED)], 5);
  expect(days(replay, 30, revoked)).toEqual(["error connection-error 135"]);
  expect(replay.answer(LOST).findings).toEqual(["warning not-selected 135 team"]);
});

it("a suspicion that nothing confirms or clears does not end with time", () => {
  const replay = after(TEAM, ALONE);
  days(replay, 31, danas(broken(google(135), REVOKED)));
  expect(replay.answer(ALONE).findings).toEqual(["warning calendar-gone 135 team"]);
});

describe("a mark", () => {
  const marked = (kind: string, body: unknown, externalId = "team") => {
    const replay = after(body);
    replay.expect(kind, calendarOf(135, externalId));
    return replay;
  };

  it.each([
    ["read-only", calendar("team", { readOnly: true })],
    ["not-selected", unselected("team")],
  ])("on %s survives its calendar's absence of up to 30 days", (kind, entry) => {
    const body = danas(google(135, primary(DANA), entry));
    const replay = marked(kind, body);
    replay.answer(ALONE);
    days(replay, 29, ALONE);
    expect(replay.wait(DAY).answer(body).findings).toContain(`notice ${kind} 135 team (expected)`);
  });

  it.each([
    ["read-only", calendar("team", { readOnly: true })],
    ["not-selected", unselected("team")],
  ])("on %s ends after a longer absence of its calendar", (kind, entry) => {
    const body = danas(google(135, primary(DANA), entry));
    const replay = marked(kind, body);
    replay.answer(ALONE);
    days(replay, 30, ALONE);
    expect(replay.wait(0.001).answer(body).findings).toContain(`notice ${kind} 135 team`);
  });

  it("on connection-unchecked survives its connection's absence", () => {
    const body = danas(google(135), outlook(212, unselected("o")));
    const replay = after(body);
    replay.expect("connection-unchecked", connectionOf(212));
    replay.answer(ALONE);
    days(replay, 29, ALONE);
    expect(replay.wait(DAY - MINUTE).answer(body).findings).toContain(
      "warning connection-unchecked 212 (expected)",
    );
  });

  it("survives that its connection was accepted as gone", () => {
    const body = danas(google(135), outlook(212, primary("o"), unselected("x")));
    const replay = after(body);
    replay.expect("not-selected", calendarOf(212, "x"));
    replay.answer(ALONE);
    replay.expect("connection-gone", connectionOf(212));
    days(replay, 20, ALONE);
    expect(replay.wait(DAY).answer(body).findings).toEqual(["notice not-selected 212 x (expected)"]);
  });

  it("stays as long as its calendar exists, even while that is broken", () => {
    const body = danas(google(135, primary(DANA), unselected("team")));
    const replay = marked("not-selected", body);
    for (let day = 0; day < 40; day++) replay.wait(DAY).answer(danas(broken(google(135), REVOKED)));
    expect(replay.wait(DAY).answer(body).findings).toEqual(["notice not-selected 135 team (expected)"]);
  });

  it("survives that what it is about was otherwise for a while", () => {
    const body = danas(google(135, primary(DANA), calendar("team", { readOnly: true })));
    const replay = marked("read-only", body);
    expect(replay.answer(danas(google(135, primary(DANA), calendar("team")))).findings).toEqual([]);
    expect(replay.answer(body).findings).toEqual(["notice read-only 135 team (expected)"]);
  });
});
