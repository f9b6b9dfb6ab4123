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

const MONTH = 30 * DAY;
const TEAM = danas(google(135, primary(DANA), calendar("team", { primary: true })));
const LOST = danas(google(135, primary(DANA), unselected("team", { primary: true })));

const LINES: [string, (replay: Replay, body: unknown) => string[]][] = [
  ["a good answer", (replay, body) => replay.answer(body).findings],
  ["a failure", (replay) => replay.fail().findings.filter((one) => one !== "warning unreachable")],
  ["something the person did", (replay) => replay.do({ keepDestination: true }).findings],
];

describe.each(LINES)("a month after its confirmation, with %s,", (_, look) => {
  it("a connection that is gone is forgotten", () => {
    const replay = after(BOTH, ALONE);
    replay.answer(ALONE);
    replay.wait(MONTH - 0.001);
    expect(look(replay, ALONE)).toEqual(["warning connection-gone 212"]);
    replay.wait(0.001);
    expect(look(replay, ALONE)).toEqual([]);
    expect(replay.answer(ALONE)).toMatchObject({ findings: [], notify: [] });
    expect(replay.answer(BOTH)).toMatchObject({ findings: [], notify: [] });
  });

  it("a calendar that is gone is forgotten", () => {
    const replay = after(TEAM, ALONE);
    replay.answer(ALONE);
    replay.wait(MONTH - 0.001);
    expect(look(replay, ALONE)).toEqual(["warning calendar-gone 135 team"]);
    replay.wait(0.001);
    expect(look(replay, ALONE)).toEqual([]);
    expect(replay.answer(ALONE)).toMatchObject({ findings: [], notify: [] });
  });

  it("a lost selection is one that is not selected", () => {
    const replay = after(TEAM);
    replay.answer(LOST);
    replay.wait(MONTH - 0.001);
    expect(look(replay, LOST)).toEqual(["warning selection-lost 135 team"]);
    replay.wait(0.001);
    expect(look(replay, LOST)).toEqual(["warning not-selected 135 team"]);
  });

  it("every other finding stands", () => {
    const revoked = answerOf([broken(google(135), REVOKED)], {});
    const replay = after();
    replay.answer(revoked);
    replay.wait(MONTH);
    expect(look(replay, revoked)).toEqual(["error connection-error 135", "error destination-missing"]);
  });
});

it("a lost selection that is hidden ends without being shown", () => {
  const replay = after(TEAM);
  replay.answer(LOST);
  const revoked = answerOf([broken(google(135), REVOKED)], 5);
  replay.wait(MINUTE).answer(revoked);
  expect(replay.wait(MONTH).do({ keepDestination: true }).findings).toEqual(["error connection-error 135"]);
  expect(replay.answer(LOST).findings).toEqual(["warning not-selected 135 team"]);
});

it("a suspicion does not end with time", () => {
  const replay = after(BOTH);
  replay.answer(ALONE);
  expect(replay.wait(MONTH + DAY).fail().findings).toContain("warning connection-gone 212?");
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
    expect(replay.wait(MONTH).answer(body).findings).toContain(`notice ${kind} 135 team (expected)`);
  });

  it.each([
    ["read-only", calendar("team", { readOnly: true })],
    ["not-selected", unselected("team")],
  ])("on %s ends after a longer absence of its calendar", (kind, entry) => {
    const body = danas(google(135, primary(DANA), entry));
    const replay = marked(kind, body);
    replay.answer(ALONE);
    expect(replay.wait(MONTH + 1).answer(body).findings).toContain(`notice ${kind} 135 team`);
  });

  it("on connection-unchecked survives its connection's absence", () => {
    const body = danas(google(135), outlook(212, unselected("o")));
    const replay = after(body);
    replay.expect("connection-unchecked", connectionOf(212));
    replay.answer(ALONE);
    replay.wait(MINUTE).answer(ALONE);
    expect(replay.wait(MONTH - DAY).answer(body).findings).toContain(
      "warning connection-unchecked 212 (expected)",
    );
  });

  it("survives that its connection was accepted as gone", () => {
    const body = danas(google(135), outlook(212, primary("o"), unselected("x")));
    const replay = after(body);
    replay.expect("not-selected", calendarOf(212, "x"));
    replay.answer(ALONE);
    replay.expect("connection-gone", connectionOf(212));
    expect(replay.wait(20 * DAY).answer(body).findings).toEqual(["notice not-selected 212 x (expected)"]);
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
