import { describe, expect, it } from "vitest";
import {
  broken,
  DANA,
  danas,
  google,
  outlook,
  primary,
  rejection,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { ACCOUNT, DAY, HOUR, MINUTE, Replay } from "../../../tests/support/unit/replay.ts";

const HEALTHY = danas(google(135), outlook(212));
const UNREACHABLE = "warning unreachable";

/** What the last of these failures shows, each so long after what was before it. */
function fails(replay: Replay, ...pauses: readonly number[]) {
  const all = pauses.map((pause) => replay.wait(pause).fail());
  return all.at(-1);
}

describe("an account that can't be reached", () => {
  it("is so once its failures span more than two hours, and that is never told", () => {
    const replay = new Replay();
    replay.answer(HEALTHY);
    expect(fails(replay, MINUTE, HOUR, HOUR)).toMatchObject({ state: "ok", findings: [] });
    expect(fails(replay, 0.001)).toMatchObject({
      state: "unknown",
      badge: "?",
      level: null,
      findings: [UNREACHABLE],
      notify: [],
    });
    expect(replay.wait(DAY).fail().notify).toEqual([]);
    expect(replay.wait(1).answer(HEALTHY)).toMatchObject({ state: "ok", findings: [], notify: [] });
  });

  it("is not so by silence: time before the first failure does not count", () => {
    const replay = new Replay();
    replay.answer(HEALTHY);
    expect(fails(replay, 10 * DAY)).toMatchObject({ state: "ok", badge: "", findings: [] });
    expect(fails(replay, HOUR, HOUR)?.findings).toEqual([]);
  });

  it("is not so by a machine that sleeps: an hour counts at most from one failure to the next", () => {
    const replay = new Replay();
    replay.answer(HEALTHY);
    expect(fails(replay, MINUTE, 10 * HOUR, 10 * HOUR)?.findings).toEqual([]);
    expect(fails(replay, 0.001)?.findings).toEqual([UNREACHABLE]);
  });

  it("is so no sooner by failures that come more often", () => {
    const often = new Replay();
    often.answer(HEALTHY);
    for (let minute = 0; minute <= 120; minute++) expect(fails(often, MINUTE)?.findings).toEqual([]);
    expect(fails(often, MINUTE)?.findings).toEqual([UNREACHABLE]);
  });

  it("begins anew with a good answer", () => {
    const replay = new Replay();
    replay.answer(HEALTHY);
    fails(replay, MINUTE, HOUR, HOUR);
    replay.answer(HEALTHY);
    expect(fails(replay, MINUTE, HOUR, HOUR)?.findings).toEqual([]);
  });

  it("is measured from the first attempt when there was no answer", () => {
    const replay = new Replay();
    expect(replay.fail()).toMatchObject({ state: "setup", badge: "" });
    expect(fails(replay, HOUR, HOUR)).toMatchObject({ state: "setup", findings: [] });
    expect(fails(replay, 0.001)).toMatchObject({ state: "unknown", badge: "?", findings: [UNREACHABLE] });
  });

  it("is not measured from what the person did", () => {
    const replay = new Replay();
    replay.do({ keepDestination: true });
    expect(fails(replay, HOUR, HOUR, HOUR)).toMatchObject({ state: "setup", findings: [] });
  });

  it("is measured from the last rejected key when that is later", () => {
    const replay = new Replay();
    replay.answer(HEALTHY);
    fails(replay, MINUTE, HOUR, HOUR);
    replay.wait(MINUTE).answer(rejection(), 401);
    expect(fails(replay, MINUTE, HOUR, HOUR)?.findings).toEqual(["error key-rejected"]);
    expect(fails(replay, 1)).toMatchObject({
      state: "rejected",
      badge: "!",
      findings: ["error key-rejected", UNREACHABLE],
    });
  });

  it("is reached again when it rejects the key", () => {
    const replay = new Replay();
    replay.answer(HEALTHY);
    expect(fails(replay, HOUR, HOUR, HOUR, HOUR)?.findings).toEqual([UNREACHABLE]);
    expect(replay.answer(rejection(), 401).findings).toEqual(["error key-rejected"]);
  });

  it("is so with a failure only, not with the passing of time", () => {
    const replay = new Replay();
    replay.answer(HEALTHY);
    fails(replay, MINUTE, HOUR, HOUR);
    expect(replay.wait(DAY).do({ keepDestination: true })).toMatchObject({ state: "ok", findings: [] });
  });

  it("leaves the count of errors on the badge and what was known of it", () => {
    const replay = new Replay();
    replay.answer(danas(google(135), broken(outlook(212), "No primary calendar found")));
    expect(fails(replay, HOUR, HOUR, HOUR, HOUR)).toMatchObject({
      state: "attention",
      badge: "1",
      level: "error",
      findings: ["error connection-error 212", UNREACHABLE],
    });
  });

  it("stands before the count of notices alone, which are old", () => {
    const replay = new Replay();
    const notice = danas(google(135, primary(DANA), unselected("x")));
    expect(replay.answer(notice)).toMatchObject({ state: "attention", badge: "1", level: "notice" });
    expect(fails(replay, HOUR, HOUR, HOUR, HOUR)).toMatchObject({
      state: "unknown",
      badge: "?",
      level: "notice",
      findings: [UNREACHABLE, "notice not-selected 135 x"],
    });
    expect(replay.expect("unreachable", ACCOUNT)).toMatchObject({
      state: "attention",
      badge: "1",
    });
  });
});
