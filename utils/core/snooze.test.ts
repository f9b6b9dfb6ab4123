import { describe, expect, it } from "vitest";
import {
  broken,
  danas,
  google,
  outlook,
  REVOKED,
  rejection,
  unselected,
} from "../../tests/fixtures/bodies.ts";
import { after, DAY, HOUR, MINUTE, Replay } from "../../tests/support/unit/replay.ts";

const HEALTHY = danas(google(135), outlook(212));
const BROKEN = danas(google(135), broken(outlook(212), REVOKED));
const snooze = (replay: Replay, seconds: number) => replay.do({ snoozeUntil: replay.in(seconds) });

describe("a snooze", () => {
  it("empties the badge and keeps quiet until its end; all else is as it is", () => {
    const replay = after(HEALTHY);
    snooze(replay, HOUR);
    expect(replay.wait(MINUTE).answer(BROKEN)).toEqual({
      state: "attention",
      badge: "",
      level: "error",
      findings: ["error connection-error 212"],
      notify: [],
      nextCheckSeconds: 5 * MINUTE,
    });
    expect(replay.wait(HOUR - MINUTE - 0.001).answer(BROKEN)).toMatchObject({ badge: "", notify: [] });
    expect(replay.wait(0.001).answer(BROKEN)).toMatchObject({ badge: "1", notify: ["connection-error 212"] });
  });

  it("empties the badge at once, and its end brings it back", () => {
    const replay = after(BROKEN);
    expect(snooze(replay, HOUR)).toMatchObject({ state: "attention", badge: "", level: "error", notify: [] });
    expect(replay.wait(HOUR).do({ keepDestination: true }).badge).toBe("1");
  });

  it("empties the badge of a rejected key and of an unreachable server too", () => {
    const replay = after(HEALTHY);
    snooze(replay, DAY);
    expect(replay.answer(rejection(), 401)).toMatchObject({ state: "rejected", badge: "", notify: [] });
    const other = after(HEALTHY);
    snooze(other, DAY);
    for (let time = 0; time < 3; time++) other.wait(HOUR).fail();
    expect(other.wait(HOUR).fail()).toMatchObject({ state: "unknown", badge: "" });
  });

  it("tells afterwards, with any observation, what became new and stands", () => {
    const replay = after(HEALTHY);
    snooze(replay, HOUR);
    replay.answer(BROKEN);
    replay.wait(HOUR);
    expect(replay.do({ keepDestination: true }).notify).toEqual([]);
    expect(replay.fail().notify).toEqual(["connection-error 212"]);
    expect(replay.answer(BROKEN).notify).toEqual([]);
  });

  it("tells nothing of what came and went meanwhile", () => {
    const replay = after(HEALTHY);
    snooze(replay, HOUR);
    replay.answer(BROKEN);
    replay.wait(MINUTE).answer(HEALTHY);
    expect(replay.wait(HOUR).answer(HEALTHY)).toMatchObject({ findings: [], notify: [] });
  });

  it("drops what recovers meanwhile", () => {
    const replay = after(HEALTHY, BROKEN);
    snooze(replay, HOUR);
    expect(replay.answer(HEALTHY)).toMatchObject({ findings: [], notify: [] });
    expect(replay.wait(HOUR).answer(HEALTHY).notify).toEqual([]);
    expect(replay.answer(BROKEN).notify).toEqual(["connection-error 212"]);
  });

  it("makes news of what recovered and broke again meanwhile", () => {
    const replay = after(HEALTHY, BROKEN);
    snooze(replay, HOUR);
    replay.answer(HEALTHY);
    replay.wait(MINUTE).answer(BROKEN);
    expect(replay.wait(HOUR).answer(BROKEN).notify).toEqual(["connection-error 212"]);
  });

  it("makes no news of what was told before", () => {
    const replay = after(HEALTHY, BROKEN);
    snooze(replay, HOUR);
    expect(replay.wait(HOUR).answer(BROKEN).notify).toEqual([]);
    expect(replay.answer(HEALTHY).notify).toEqual(["recovered connection-error 212"]);
  });

  it("tells nothing of what became new meanwhile and is hidden by something worse", () => {
    const replay = after(HEALTHY);
    snooze(replay, HOUR);
    replay.answer(danas(google(135), outlook(212), outlook(213, unselected("x", { primary: true }))));
    const revoked = danas(google(135), outlook(212), broken(outlook(213), REVOKED));
    replay.wait(MINUTE).answer(revoked);
    expect(replay.wait(HOUR).answer(revoked).notify).toEqual(["connection-error 213"]);
  });

  it.each([
    ["now", 0],
    ["before", -DAY],
  ])("is ended by one that ends %s", (_, seconds) => {
    const replay = after(BROKEN);
    snooze(replay, DAY);
    expect(snooze(replay, seconds)).toMatchObject({ badge: "1", notify: [] });
  });

  it("is replaced by another", () => {
    const replay = after(BROKEN);
    snooze(replay, DAY);
    snooze(replay, HOUR);
    expect(replay.wait(HOUR).fail().badge).toBe("1");
  });

  it("is no setting up done", () => {
    expect(snooze(new Replay(), HOUR)).toEqual({
      state: "setup",
      badge: "",
      level: null,
      findings: [],
      notify: [],
      nextCheckSeconds: 0,
    });
  });
});

describe("a connection that begins to flap while snoozed", () => {
  const flapping = (length: number) => {
    const replay = after(HEALTHY);
    snooze(replay, length);
    for (let time = 0; time < 3; time++) {
      replay.wait(MINUTE).answer(BROKEN);
      replay.wait(MINUTE).answer(HEALTHY);
    }
    return replay;
  };

  it("is told of once afterwards, and then quiet", () => {
    const replay = flapping(HOUR).wait(HOUR);
    expect(replay.answer(BROKEN).notify).toEqual(["connection-error 212", "flapping 212"]);
    expect(replay.wait(MINUTE).answer(HEALTHY).notify).toEqual([]);
    expect(replay.wait(MINUTE).answer(BROKEN).notify).toEqual([]);
  });

  it("is told of though it is healthy again when the snooze ends", () => {
    expect(flapping(HOUR).wait(HOUR).answer(HEALTHY)).toMatchObject({
      findings: ["warning flapping 212"],
      notify: ["flapping 212"],
    });
  });

  it("is not told of when it has long stopped", () => {
    expect(
      flapping(2 * DAY)
        .wait(2 * DAY)
        .answer(HEALTHY),
    ).toMatchObject({ findings: [], notify: [] });
  });

  it("leaves the next breaks to be told when nothing of it ever was", () => {
    const replay = flapping(2 * DAY).wait(2 * DAY);
    expect(replay.answer(BROKEN).notify).toEqual(["connection-error 212"]);
  });
});
