import { describe, expect, it } from "vitest";
import {
  answerOf,
  BLANK,
  BLIP_212,
  BOTH,
  broken,
  DANA,
  danas,
  destination,
  google,
  outlook,
  primary,
  REVOKED,
  REVOKED_212,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import {
  ACCOUNT,
  after,
  calendarOf,
  connectionOf,
  DESTINATION,
  MINUTE,
  Replay,
} from "../../../tests/support/unit/replay.ts";

describe("a finding that is marked as expected", () => {
  it("stays, and is neither counted nor told, not even when it ends", () => {
    const replay = after(BOTH, REVOKED_212);
    expect(replay.expect("connection-error", connectionOf(212))).toMatchObject({
      state: "ok",
      badge: "",
      level: null,
      findings: ["error connection-error 212 (expected)"],
      notify: [],
    });
    expect(replay.answer(REVOKED_212)).toMatchObject({ badge: "", notify: [] });
    expect(replay.answer(BOTH)).toMatchObject({ findings: [], notify: [] });
  });

  it("loses the mark when it ends", () => {
    const replay = after(BOTH, REVOKED_212);
    replay.expect("connection-error", connectionOf(212));
    replay.answer(BOTH);
    expect(replay.answer(REVOKED_212)).toMatchObject({
      findings: ["error connection-error 212"],
      notify: ["connection-error 212"],
    });
  });

  it("may be only suspected, and is then confirmed without a word", () => {
    const replay = after(BOTH, BLIP_212);
    expect(replay.expect("connection-error", connectionOf(212)).findings).toEqual([
      "error connection-error 212? (expected)",
    ]);
    expect(replay.answer(BLIP_212)).toMatchObject({
      badge: "",
      findings: ["error connection-error 212 (expected)"],
      notify: [],
    });
  });

  it("still has a suspicion looked at again soon", () => {
    const replay = new Replay();
    replay.answer(BLIP_212);
    replay.expect("connection-error", connectionOf(212));
    expect(replay.wait(1).answer(BLIP_212).nextCheckSeconds).toBe(MINUTE);
  });

  it("keeps its mark while it is hidden", () => {
    const list = [google(135)];
    const replay = after(answerOf(list, destination("elsewhere")), answerOf(list, destination("elsewhere")));
    replay.expect("destination-broken", DESTINATION);
    expect(replay.answer(answerOf(list, BLANK)).findings).toEqual(["error destination-changed"]);
    expect(replay.answer(answerOf(list, destination("elsewhere")))).toMatchObject({
      badge: "",
      findings: ["error destination-broken (expected)"],
    });
  });

  it("is marked by its kind and subject alone", () => {
    const list = danas(google(135, primary(DANA), unselected("x", { readOnly: true }), unselected("y")));
    const replay = after(list);
    replay.expect("read-only", calendarOf(135, "x"));
    const shown = replay.answer(list);
    expect(shown.badge).toBe("2");
    expect(shown.findings).toEqual([
      "notice not-selected 135 x",
      "notice not-selected 135 y",
      "notice read-only 135 x (expected)",
    ]);
  });

  it("is every one whose subject prints alike", () => {
    const twins = [outlook(2, primary("o")), google(2)].map((of) => broken(of, REVOKED));
    const replay = after(answerOf(twins, BLANK));
    expect(replay.expect("connection-error", connectionOf(2)).findings).toEqual([
      "error connection-error 2 (expected)",
      "error connection-error 2 (expected)",
      "error destination-missing",
    ]);
  });

  it.each([
    ["another kind", "connection-gone", connectionOf(212)],
    ["another subject", "connection-error", connectionOf(135)],
    ["another delegation", "connection-error", connectionOf(212, "x")],
    ["another type of subject", "connection-error", ACCOUNT],
  ])("is not one of %s", (_, kind, subject) => {
    const replay = after(BOTH, REVOKED_212);
    expect(replay.expect(kind, subject).findings).toEqual(["error connection-error 212"]);
  });

  it("is not one that is hidden", () => {
    const list = danas(google(135), outlook(212, primary("o"), unselected("x")));
    const replay = after(list, REVOKED_212);
    replay.expect("not-selected", calendarOf(212, "x"));
    expect(replay.answer(list).findings).toEqual(["notice not-selected 212 x"]);
  });
});
