import { describe, expect, it } from "vitest";
import { ALONE, REVOKED_212, rejection } from "../../../tests/fixtures/bodies.ts";
import { ACCOUNT, after, HOUR, Replay } from "../../../tests/support/unit/replay.ts";

describe("a mark on the account", () => {
  it("takes the effect of a rejected key on the state away", () => {
    const replay = after(ALONE);
    replay.answer(rejection(), 401);
    expect(replay.expect("key-rejected", ACCOUNT)).toMatchObject({
      state: "ok",
      badge: "",
      findings: ["error key-rejected (expected)"],
    });
    expect(replay.answer(rejection(), 401)).toMatchObject({ state: "ok", notify: [] });
    expect(replay.answer(ALONE)).toMatchObject({ findings: [], notify: [] });
    expect(replay.answer(rejection(), 401)).toMatchObject({ state: "rejected", notify: ["key-rejected"] });
  });

  it("is no setting up: there was a finding", () => {
    const replay = new Replay();
    replay.answer(rejection(), 401);
    expect(replay.expect("key-rejected", ACCOUNT)).toMatchObject({ state: "ok", badge: "" });
  });

  it("takes the effect of being unreachable on the state away", () => {
    const replay = after(ALONE);
    for (let time = 0; time < 4; time++) replay.wait(HOUR).fail();
    expect(replay.expect("unreachable", ACCOUNT)).toMatchObject({
      state: "ok",
      badge: "",
      findings: ["warning unreachable (expected)"],
    });
    expect(replay.wait(HOUR).fail().state).toBe("ok");
  });

  it("lets the other findings be seen", () => {
    const replay = after(REVOKED_212);
    replay.answer(rejection(), 401);
    expect(replay.expect("key-rejected", ACCOUNT)).toMatchObject({
      state: "attention",
      badge: "1",
      level: "error",
    });
  });
});
