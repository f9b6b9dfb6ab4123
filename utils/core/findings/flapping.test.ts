import { describe, expect, it } from "vitest";
import { broken, danas, google, outlook, REVOKED } from "../../../tests/fixtures/bodies.ts";
import { after, connectionOf, DAY, HOUR, MINUTE, type Replay } from "../../../tests/support/unit/replay.ts";

const HEALTHY = danas(google(135), outlook(212));
const BROKEN = danas(google(135), broken(outlook(212), REVOKED));
const BLIP = danas(google(135), broken(outlook(212)));
const ERROR = "error connection-error 212";
const FLAPPING = "warning flapping 212";

/** Breaks and mends so often, an hour apart each, the first break an hour from now. */
function breaks(replay: Replay, times: number): void {
  for (let time = 0; time < times; time++) {
    replay.wait(HOUR).answer(BROKEN);
    replay.wait(MINUTE).answer(HEALTHY);
    replay.wait(-MINUTE);
  }
}

/** Has broken twice; the last break was an hour ago. */
function twice(): Replay {
  const replay = after(HEALTHY);
  breaks(replay, 2);
  return replay.wait(HOUR);
}

describe("a connection that keeps breaking", () => {
  it("is flapping with its third break within a day, and that is told with the break", () => {
    const replay = after(HEALTHY);
    replay.answer(BROKEN);
    replay.wait(HOUR).answer(HEALTHY);
    expect(replay.wait(HOUR).answer(BROKEN)).toMatchObject({
      findings: [ERROR],
      notify: ["connection-error 212"],
    });
    replay.wait(HOUR).answer(HEALTHY);
    expect(replay.wait(HOUR).answer(BROKEN)).toMatchObject({
      badge: "1",
      level: "error",
      findings: [ERROR, FLAPPING],
      notify: ["connection-error 212", "flapping 212"],
    });
  });

  it("is not flapping when the first of three breaks was a day ago", () => {
    const at = (last: number) => {
      const replay = after(HEALTHY);
      replay.answer(BROKEN);
      replay.wait(HOUR).answer(HEALTHY);
      replay.wait(HOUR).answer(BROKEN);
      replay.wait(HOUR).answer(HEALTHY);
      return replay.wait(last - 3 * HOUR).answer(BROKEN).findings;
    };
    expect(at(DAY)).toEqual([ERROR]);
    expect(at(DAY - 0.001)).toEqual([ERROR, FLAPPING]);
  });

  it("is not mended by one healthy answer, nor told about any more", () => {
    const replay = twice();
    replay.answer(BROKEN);
    expect(replay.wait(MINUTE).answer(HEALTHY)).toMatchObject({
      state: "attention",
      badge: "1",
      level: "warning",
      findings: [FLAPPING],
      notify: [],
    });
    expect(replay.wait(MINUTE).answer(BROKEN)).toMatchObject({ findings: [ERROR, FLAPPING], notify: [] });
    expect(replay.wait(MINUTE).answer(HEALTHY).notify).toEqual([]);
  });

  it("stops with time, by the good answer that finds it so, and without a word", () => {
    const replay = after(HEALTHY);
    replay.answer(BROKEN);
    for (const _ of [1, 2]) {
      replay.wait(MINUTE).answer(HEALTHY);
      replay.wait(MINUTE).answer(BROKEN);
    }
    replay.wait(MINUTE).answer(HEALTHY);
    expect(replay.wait(DAY - 5 * MINUTE - 0.001).answer(HEALTHY).findings).toEqual([FLAPPING]);
    replay.wait(0.001);
    expect(replay.do({ keepDestination: true }).findings).toEqual([FLAPPING]);
    expect(replay.fail().findings).toEqual([FLAPPING]);
    expect(replay.answer(HEALTHY)).toMatchObject({ findings: [], notify: [] });
  });

  it("is quiet for a day after its last break, though it flaps no more before", () => {
    const replay = twice();
    replay.answer(BROKEN);
    replay.wait(MINUTE).answer(HEALTHY);
    expect(replay.wait(DAY - 2 * MINUTE).answer(HEALTHY).findings).toEqual([]);
    expect(replay.answer(BROKEN)).toMatchObject({ findings: [ERROR], notify: [] });
    replay.wait(MINUTE).answer(HEALTHY);
    expect(replay.wait(DAY - MINUTE - 0.001).answer(HEALTHY).notify).toEqual([]);
    // The day is over with this break, and no answer came between.
    expect(replay.wait(0.001).answer(BROKEN)).toMatchObject({
      findings: [ERROR],
      notify: ["connection-error 212"],
    });
  });

  it("is told again when it begins again after the quiet day", () => {
    const replay = twice();
    replay.answer(BROKEN);
    replay.wait(MINUTE).answer(HEALTHY);
    replay.wait(DAY);
    breaks(replay, 2);
    expect(replay.wait(HOUR).answer(BROKEN).notify).toEqual(["connection-error 212", "flapping 212"]);
  });

  it("says nothing less about what else is wrong with it", () => {
    const replay = twice();
    replay.answer(BROKEN);
    replay.wait(MINUTE).answer(danas(google(135)));
    expect(replay.wait(5 * MINUTE).answer(danas(google(135))).notify).toEqual(["connection-gone 212"]);
  });
});

describe("what counts as a break", () => {
  it("is a suspicion that was confirmed, timed when it was", () => {
    const replay = after(HEALTHY);
    for (const _ of [1, 2]) {
      replay.wait(MINUTE).answer(BLIP);
      replay.wait(5 * MINUTE).answer(BLIP);
      replay.wait(MINUTE).answer(HEALTHY);
    }
    replay.wait(MINUTE).answer(BLIP);
    expect(replay.wait(5 * MINUTE).answer(BLIP).notify).toEqual(["connection-error 212", "flapping 212"]);
  });

  it("is no suspicion that passes", () => {
    const replay = after(HEALTHY);
    for (let time = 0; time < 5; time++) {
      replay.wait(MINUTE).answer(BLIP);
      expect(replay.wait(MINUTE).answer(HEALTHY).findings).toEqual([]);
    }
  });

  it("is not its vanishing", () => {
    const replay = after(HEALTHY);
    for (let time = 0; time < 3; time++) {
      replay.wait(MINUTE).answer(danas(google(135)));
      replay.wait(5 * MINUTE).answer(danas(google(135)));
      expect(replay.wait(MINUTE).answer(HEALTHY).findings).toEqual([]);
    }
  });

  it("is one that is expected too", () => {
    const replay = twice();
    replay.answer(BLIP);
    replay.expect("connection-error", connectionOf(212));
    expect(replay.wait(5 * MINUTE).answer(BLIP)).toMatchObject({
      findings: [`${ERROR} (expected)`, FLAPPING],
      notify: ["flapping 212"],
    });
  });

  it("is each connection's own", () => {
    const replay = twice();
    expect(replay.answer(danas(broken(google(135), REVOKED), outlook(212))).findings).toEqual([
      "error connection-error 135",
      "error destination-broken",
    ]);
  });
});
