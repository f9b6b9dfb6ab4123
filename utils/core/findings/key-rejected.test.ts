import { describe, expect, it } from "vitest";
import { BOTH, REVOKED_212, rejection } from "../../../tests/fixtures/bodies.ts";
import { after, MINUTE, Replay } from "../../../tests/support/unit/replay.ts";

describe("a rejected key", () => {
  it.each([[401], [403], [498]])("is told once, whatever comes between: %i", (status) => {
    const replay = after(BOTH);
    expect(replay.answer(rejection(), status)).toEqual({
      state: "rejected",
      badge: "!",
      level: null,
      findings: ["error key-rejected"],
      notify: ["key-rejected"],
      nextCheckSeconds: 30 * MINUTE,
    });
    expect(replay.wait(MINUTE).fail()).toMatchObject({ state: "rejected", badge: "!", notify: [] });
    expect(replay.wait(MINUTE).answer(rejection(), status).notify).toEqual([]);
    expect(replay.wait(MINUTE).answer(BOTH)).toMatchObject({
      state: "ok",
      findings: [],
      notify: ["recovered key-rejected"],
    });
    expect(replay.wait(MINUTE).answer(rejection(), status).notify).toEqual(["key-rejected"]);
  });

  it.each([
    ["only a code", { status: "error", error: { code: "X" } }],
    ["only a message", { status: "error", error: { message: "x" } }],
    ["a code of a wrong type beside a message", { status: "error", error: { code: 5, message: "x" } }],
    ["a blank message", { status: "error", error: { message: "" } }],
  ])("may come with %s", (_, body) => {
    expect(new Replay().answer(body, 401).state).toBe("rejected");
  });

  it.each([
    ["a web page", "<html>"],
    ["no error", { status: "error" }],
    ["an empty error", { status: "error", error: {} }],
    ["a text as error", { status: "error", error: "Unauthorized" }],
    ["null as error", { status: "error", error: null }],
    ["numbers", { status: "error", error: { code: 401 } }],
    ["another status word", { status: "fail", error: { code: "X" } }],
    ["the body of a framework", { statusCode: 401, message: "Unauthorized" }],
    ["a good answer", BOTH],
  ])("is not what comes with %s", (_, body) => {
    expect(new Replay().answer(body, 401)).toMatchObject({
      state: "setup",
      findings: [],
      nextCheckSeconds: MINUTE,
    });
  });

  it.each([[400], [404], [429], [500]])("is not what comes with status %i", (status) => {
    expect(new Replay().answer(rejection(), status).state).toBe("setup");
  });

  it("hides no other finding, and its badge goes before the count", () => {
    const replay = after(REVOKED_212);
    expect(replay.answer(rejection(), 401)).toMatchObject({
      state: "rejected",
      badge: "!",
      level: "error",
      findings: ["error connection-error 212", "error key-rejected"],
    });
  });
});
