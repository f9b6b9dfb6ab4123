import { describe, expect, it } from "vitest";
import { answerOf, BOTH, broken, google } from "../../../tests/fixtures/bodies.ts";
import { after, MINUTE, Replay } from "../../../tests/support/unit/replay.ts";

describe("a list that is suddenly empty", () => {
  const EMPTY = answerOf([]);

  it("is doubted as a whole, in each connection and in the destination", () => {
    expect(after(BOTH).answer(EMPTY)).toEqual({
      state: "ok",
      badge: "",
      level: null,
      findings: [
        "error destination-changed?",
        "error no-connections?",
        "warning connection-gone 135?",
        "warning connection-gone 212?",
      ],
      notify: [],
      nextCheckSeconds: MINUTE,
    });
  });

  it("is confirmed in all of that at once", () => {
    const replay = after(BOTH);
    replay.answer(EMPTY);
    expect(replay.wait(5 * MINUTE).answer(EMPTY)).toMatchObject({
      badge: "4",
      findings: [
        "error destination-changed",
        "error no-connections",
        "warning connection-gone 135",
        "warning connection-gone 212",
      ],
      notify: ["destination-changed", "no-connections", "connection-gone 135", "connection-gone 212"],
    });
    expect(replay.wait(MINUTE).answer(BOTH)).toMatchObject({
      findings: [],
      notify: [
        "recovered destination-changed",
        "recovered no-connections",
        "recovered connection-gone 135",
        "recovered connection-gone 212",
      ],
    });
  });

  it("is certain on the very first good answer, whatever failed before", () => {
    const replay = new Replay();
    replay.fail();
    replay.answer({ status: "error", error: { code: "x" } }, 401);
    expect(replay.wait(MINUTE).answer(EMPTY)).toMatchObject({
      state: "attention",
      badge: "1",
      findings: ["error no-connections"],
      notify: ["no-connections", "recovered key-rejected"],
      nextCheckSeconds: 30 * MINUTE,
    });
  });

  it("is over with the first connection, even a broken one", () => {
    const replay = after(EMPTY);
    expect(replay.answer(answerOf([broken(google(135))], null))).toMatchObject({
      findings: ["error connection-error 135?", "error destination-missing?"],
      notify: ["recovered no-connections"],
    });
  });

  it("leaves nothing of a connection that was never healthy", () => {
    const replay = after(answerOf([broken(google(135))]));
    expect(replay.answer(EMPTY).findings).toEqual(["error no-connections?"]);
  });
});
