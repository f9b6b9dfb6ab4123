import { describe, expect, it } from "vitest";
import { BLIP_212, BOTH, rejection } from "../../../tests/fixtures/bodies.ts";
import { after, MINUTE, Replay } from "../../../tests/support/unit/replay.ts";

describe("a list that takes longer than it is waited for", () => {
  it("is asked for again after 12 s, when Cal.com has read on and still keeps it", () => {
    const replay = after(BOTH);
    expect(replay.fail("timeout")).toMatchObject({ state: "ok", findings: [], nextCheckSeconds: 12 });
    expect(replay.wait(12).answer(BOTH)).toMatchObject({ findings: [], nextCheckSeconds: 30 * MINUTE });
  });

  it("is so at the very first attempt", () => {
    expect(new Replay().fail("timeout").nextCheckSeconds).toBe(12);
  });

  it("is given as much time as after any failure once it takes too long again", () => {
    const replay = after(BOTH);
    const waits = Array.from({ length: 4 }, () => replay.fail("timeout").nextCheckSeconds);
    expect(waits).toEqual([12, 120, 240, 480]);
  });

  it("is not asked for sooner when something else failed before it", () => {
    const replay = after(BOTH);
    expect([replay.fail("offline"), replay.fail("timeout")].map((one) => one.nextCheckSeconds)).toEqual([
      60, 120,
    ]);
  });

  it.each([
    ["an answer", (replay: Replay) => replay.answer(BOTH)],
    ["a rejected key", (replay: Replay) => replay.answer(rejection(), 401)],
  ])("is the first of its row again after %s", (_, between) => {
    const replay = after(BOTH);
    replay.fail("timeout");
    between(replay);
    expect(replay.fail("timeout").nextCheckSeconds).toBe(12);
  });

  it("is asked for after 12 s also while something is in doubt", () => {
    expect(after(BLIP_212).fail("timeout").nextCheckSeconds).toBe(12);
  });
});
