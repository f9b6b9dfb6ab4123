import { describe, expect, it } from "vitest";
import {
  ALONE,
  BLIP_212,
  BOTH,
  danas,
  google,
  outlook,
  primary,
  REVOKED_212,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { after, MINUTE } from "../../../tests/support/unit/replay.ts";

describe("a connection that is missing", () => {
  it("is only suspected gone until an answer at least five minutes later lacks it too", () => {
    const replay = after(BOTH);
    expect(replay.answer(ALONE)).toMatchObject({
      badge: "",
      findings: ["warning connection-gone 212?"],
      notify: [],
      nextCheckSeconds: MINUTE,
    });
    expect(replay.wait(5 * MINUTE - 0.001).answer(ALONE).findings).toEqual(["warning connection-gone 212?"]);
    expect(replay.wait(0.001).answer(ALONE)).toMatchObject({
      badge: "1",
      level: "warning",
      findings: ["warning connection-gone 212"],
      notify: ["connection-gone 212"],
    });
  });

  it("has recovered when it is back and healthy", () => {
    const replay = after(BOTH, ALONE, ALONE);
    expect(replay.answer(BOTH)).toMatchObject({ findings: [], notify: ["recovered connection-gone 212"] });
  });

  it("keeps its calendars' findings only while it is suspected", () => {
    const flagged = outlook(212, primary("o"), unselected("x"));
    const replay = after(danas(google(135), flagged));
    expect(replay.answer(ALONE).findings).toEqual([
      "warning connection-gone 212?",
      "notice not-selected 212 x",
    ]);
    expect(replay.wait(5 * MINUTE).answer(ALONE).findings).toEqual(["warning connection-gone 212"]);
    expect(replay.wait(15).answer(danas(google(135), flagged)).findings).toEqual([
      "notice not-selected 212 x",
    ]);
  });

  it("stays broken beside the suspicion, and ends as broken without a word once it is gone", () => {
    const replay = after(BOTH, REVOKED_212);
    expect(replay.answer(ALONE)).toMatchObject({
      findings: ["error connection-error 212", "warning connection-gone 212?"],
      notify: [],
    });
    expect(replay.wait(5 * MINUTE).answer(ALONE)).toMatchObject({
      findings: ["warning connection-gone 212"],
      notify: ["connection-gone 212"],
    });
  });

  it("stays suspected broken beside the suspicion of being gone", () => {
    const replay = after(BOTH, BLIP_212);
    expect(replay.answer(ALONE).findings).toEqual([
      "error connection-error 212?",
      "warning connection-gone 212?",
    ]);
    expect(replay.wait(5 * MINUTE).answer(ALONE).findings).toEqual(["warning connection-gone 212"]);
  });

  it("that comes back broken is gone no more, which is no recovery, and its error is no news", () => {
    const replay = after(BOTH, REVOKED_212, ALONE, ALONE);
    expect(replay.answer(REVOKED_212)).toMatchObject({
      findings: ["error connection-error 212"],
      notify: [],
    });
    expect(replay.wait(MINUTE).answer(BOTH).notify).toEqual(["recovered connection-error 212"]);
  });

  it("that comes back broken is news when its error was never told", () => {
    const replay = after(BOTH, ALONE, ALONE);
    expect(replay.answer(REVOKED_212)).toMatchObject({
      findings: ["error connection-error 212"],
      notify: ["connection-error 212"],
    });
  });

  it("that comes back broken with a generic error is suspected, with the findings of its calendars", () => {
    const flagged = outlook(212, primary("o"), unselected("x"));
    const replay = after(danas(google(135), flagged), ALONE, ALONE);
    expect(replay.answer(BLIP_212).findings).toEqual([
      "error connection-error 212?",
      "notice not-selected 212 x",
    ]);
  });

  it("that goes again before it was seen healthy is no news", () => {
    const replay = after(BOTH, ALONE, ALONE, REVOKED_212, ALONE);
    expect(replay.answer(ALONE)).toMatchObject({ findings: ["warning connection-gone 212"], notify: [] });
  });

  it("leaves nothing when it was never healthy nor confirmed broken", () => {
    const replay = after(BLIP_212);
    expect(replay.answer(ALONE)).toMatchObject({
      state: "ok",
      findings: [],
      notify: [],
      nextCheckSeconds: 30 * MINUTE,
    });
  });

  it("is suspected gone when it was never healthy, but confirmed broken", () => {
    const replay = after(REVOKED_212);
    expect(replay.answer(ALONE).findings).toEqual([
      "error connection-error 212",
      "warning connection-gone 212?",
    ]);
    expect(replay.wait(5 * MINUTE).answer(ALONE).findings).toEqual(["warning connection-gone 212"]);
  });

  it("is suspected gone again when it was confirmed broken, gone, and back for a moment", () => {
    const replay = after(REVOKED_212, ALONE, ALONE, BLIP_212);
    expect(replay.answer(ALONE).findings).toContain("warning connection-gone 212?");
  });
});
