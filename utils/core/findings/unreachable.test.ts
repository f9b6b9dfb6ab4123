import { describe, expect, it } from "vitest";
import { broken, danas, google, outlook, rejection } from "../../../tests/fixtures/bodies.ts";
import { DAY, HOUR, Replay } from "../../../tests/support/unit/replay.ts";

const HEALTHY = danas(google(135), outlook(212));

describe("an account that can't be reached", () => {
  const UNREACHABLE = "warning unreachable";

  it("is so after more than two hours since the last good answer, and never told", () => {
    const replay = new Replay();
    replay.answer(HEALTHY);
    expect(replay.wait(2 * HOUR).fail()).toMatchObject({ state: "ok", findings: [] });
    expect(replay.wait(0.001).fail()).toMatchObject({
      state: "unknown",
      badge: "?",
      level: null,
      findings: [UNREACHABLE],
      notify: [],
    });
    expect(replay.wait(DAY).fail().notify).toEqual([]);
    expect(replay.wait(1).answer(HEALTHY)).toMatchObject({ state: "ok", findings: [], notify: [] });
  });

  it("is measured from the first attempt when there was no answer", () => {
    const replay = new Replay();
    expect(replay.fail()).toMatchObject({ state: "setup", badge: "" });
    expect(replay.wait(2 * HOUR).fail()).toMatchObject({ state: "setup", findings: [] });
    expect(replay.wait(0.001).fail()).toMatchObject({
      state: "unknown",
      badge: "?",
      findings: [UNREACHABLE],
    });
  });

  it("is not measured from what the person did", () => {
    const replay = new Replay();
    replay.do({ keepDestination: true });
    expect(replay.wait(3 * HOUR).fail()).toMatchObject({ state: "setup", findings: [] });
  });

  it("is measured from the last rejected key when that is later", () => {
    const replay = new Replay();
    replay.answer(HEALTHY);
    replay.wait(HOUR).answer(rejection(), 401);
    expect(replay.wait(2 * HOUR).fail().findings).toEqual(["error key-rejected"]);
    expect(replay.wait(1).fail()).toMatchObject({
      state: "rejected",
      badge: "!",
      findings: ["error key-rejected", UNREACHABLE],
    });
  });

  it("is reached again when it rejects the key", () => {
    const replay = new Replay();
    replay.answer(HEALTHY);
    replay.wait(3 * HOUR).fail();
    expect(replay.answer(rejection(), 401).findings).toEqual(["error key-rejected"]);
  });

  it("is so with a failure only, not with the passing of time", () => {
    const replay = new Replay();
    replay.answer(HEALTHY);
    expect(replay.wait(DAY).do({ keepDestination: true })).toMatchObject({ state: "ok", findings: [] });
  });

  it("leaves the count on the badge and what was known of it", () => {
    const replay = new Replay();
    replay.answer(danas(google(135), broken(outlook(212), "No primary calendar found")));
    expect(replay.wait(3 * HOUR).fail()).toMatchObject({
      state: "attention",
      badge: "1",
      level: "error",
      findings: ["error connection-error 212", UNREACHABLE],
    });
  });
});
