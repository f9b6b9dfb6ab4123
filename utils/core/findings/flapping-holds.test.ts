import { describe, expect, it } from "vitest";
import {
  broken,
  calendar,
  DANA,
  danas,
  google,
  outlook,
  primary,
  REVOKED,
} from "../../../tests/fixtures/bodies.ts";
import { after, connectionOf, DAY, HOUR, MINUTE, type Replay } from "../../../tests/support/unit/replay.ts";

const OFFICE = outlook(212, primary("o"), calendar("team"));
const HEALTHY = danas(google(135, primary(DANA)), OFFICE);
const BROKEN = danas(google(135, primary(DANA)), broken(OFFICE, REVOKED));
const WITHOUT = danas(google(135, primary(DANA)), outlook(212, primary("o")));
const BREAK = ["connection-error 212"];
const RECOVERED = ["recovered connection-error 212"];

/** Has broken three times within minutes; flapping and the third break were told just now. */
function flapping(): Replay {
  const replay = after(HEALTHY);
  for (let time = 0; time < 2; time++) {
    replay.wait(MINUTE).answer(BROKEN);
    replay.wait(MINUTE).answer(HEALTHY);
  }
  expect(replay.wait(MINUTE).answer(BROKEN).notify).toEqual(["connection-error 212", "flapping 212"]);
  return replay;
}

/** And works since. */
const mended = () => {
  const replay = flapping();
  expect(replay.wait(MINUTE).answer(HEALTHY).notify).toEqual([]);
  return replay;
};

describe("a break of a flapping connection", () => {
  it("is told when it has stood for an hour, once", () => {
    const replay = mended();
    // That it worked was never told: this is a break of its own.
    expect(replay.wait(MINUTE).answer(BROKEN).notify).toEqual([]);
    expect(replay.wait(HOUR - 0.001).answer(BROKEN).notify).toEqual([]);
    expect(replay.wait(0.001).answer(BROKEN).notify).toEqual(BREAK);
    expect(replay.wait(HOUR).answer(BROKEN).notify).toEqual([]);
    expect(replay.wait(DAY).answer(BROKEN).notify).toEqual([]);
  });

  it("is told by a good answer that finds it so, not by a failure", () => {
    const replay = mended();
    replay.wait(MINUTE).answer(BROKEN);
    expect(replay.wait(2 * HOUR).fail().notify).toEqual([]);
    expect(replay.wait(MINUTE).answer(BROKEN).notify).toEqual(BREAK);
  });

  it("is timed from when it was confirmed", () => {
    const replay = mended();
    const doubted = danas(google(135, primary(DANA)), broken(OFFICE));
    replay.wait(MINUTE).answer(doubted);
    replay.wait(30 * MINUTE).answer(doubted);
    expect(replay.wait(HOUR - 0.001).answer(doubted).notify).toEqual([]);
    expect(replay.wait(0.001).answer(doubted).notify).toEqual(BREAK);
  });

  it("that was told with the flapping is not told again for standing", () => {
    const replay = flapping();
    expect(replay.wait(HOUR).answer(BROKEN).notify).toEqual([]);
  });

  it("is never told when it is over before", () => {
    const replay = mended();
    replay.wait(MINUTE).answer(BROKEN);
    replay.wait(30 * MINUTE).answer(HEALTHY);
    replay.wait(MINUTE).answer(BROKEN);
    expect(replay.wait(30 * MINUTE).answer(BROKEN).notify).toEqual([]);
  });

  it("is not told when it is expected", () => {
    const replay = mended();
    replay.wait(MINUTE).answer(BROKEN);
    replay.expect("connection-error", connectionOf(212));
    expect(replay.wait(2 * HOUR).answer(BROKEN).notify).toEqual([]);
  });

  it("of a calendar is told in the same way, and so is that it is back", () => {
    const replay = mended();
    replay.wait(MINUTE).answer(WITHOUT);
    expect(replay.wait(5 * MINUTE).answer(WITHOUT).notify).toEqual([]);
    // By then the connection has been right for an hour, too.
    expect(replay.wait(HOUR).answer(WITHOUT).notify).toEqual(["calendar-gone 212 team", ...RECOVERED]);
    expect(replay.wait(MINUTE).answer(HEALTHY).notify).toEqual([]);
    expect(replay.wait(HOUR).answer(HEALTHY).notify).toEqual(["recovered calendar-gone 212 team"]);
  });

  it("is told as any other once a day without a break is over", () => {
    const replay = mended();
    replay.wait(DAY).answer(HEALTHY);
    expect(replay.wait(MINUTE).answer(BROKEN).notify).toEqual(BREAK);
    expect(replay.wait(MINUTE).answer(HEALTHY).notify).toEqual(RECOVERED);
  });
});

describe("the recovery of a flapping connection", () => {
  it("is told when it has been right for an hour, if its break was told, once", () => {
    const replay = mended();
    expect(replay.wait(HOUR - 0.001).answer(HEALTHY).notify).toEqual([]);
    expect(replay.wait(0.001).answer(HEALTHY).notify).toEqual(RECOVERED);
    expect(replay.wait(HOUR).answer(HEALTHY).notify).toEqual([]);
  });

  it("is told by a good answer, not by a failure", () => {
    const replay = mended();
    expect(replay.wait(2 * HOUR).fail().notify).toEqual([]);
    expect(replay.answer(HEALTHY).notify).toEqual(RECOVERED);
  });

  it("is never told when it breaks again before, whatever comes then", () => {
    const replay = mended();
    replay.wait(30 * MINUTE).answer(BROKEN);
    replay.wait(MINUTE).answer(HEALTHY);
    expect(replay.wait(2 * HOUR).answer(HEALTHY).notify).toEqual([]);
  });

  it("is told an hour after a calendar of it broke off in that hour", () => {
    const replay = mended();
    replay.wait(MINUTE).answer(WITHOUT);
    replay.wait(10 * MINUTE).answer(WITHOUT);
    replay.wait(MINUTE).answer(HEALTHY);
    expect(replay.wait(HOUR - MINUTE - 0.001).answer(HEALTHY).notify).toEqual([]);
    expect(replay.wait(0.001).answer(HEALTHY).notify).toEqual(RECOVERED);
  });

  it("is not told when its break never was", () => {
    const replay = mended();
    replay.wait(2 * HOUR).answer(HEALTHY);
    replay.wait(MINUTE).answer(BROKEN);
    replay.wait(MINUTE).answer(HEALTHY);
    expect(replay.wait(2 * HOUR).answer(HEALTHY).notify).toEqual([]);
  });

  it("of a break that lasted is told at once when the quiet day is over", () => {
    const replay = flapping();
    expect(replay.wait(DAY).answer(BROKEN).notify).toEqual([]);
    expect(replay.wait(MINUTE).answer(HEALTHY).notify).toEqual(RECOVERED);
  });
});
