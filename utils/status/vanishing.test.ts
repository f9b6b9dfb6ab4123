import { describe, expect, it } from "vitest";
import {
  answerOf,
  broken,
  calendar,
  DANA,
  danas,
  google,
  outlook,
  primary,
  REVOKED,
  unselected,
} from "./testing/bodies.ts";
import { after, MINUTE, Replay } from "./testing/replay.ts";

const BOTH = danas(google(135), outlook(212));
const ALONE = danas(google(135));
const REVOKED_212 = danas(google(135), broken(outlook(212), REVOKED));
const BLIP_212 = danas(google(135), broken(outlook(212)));

describe("a connection that is missing", () => {
  it("is only suspected gone until a second answer at least 15 s later", () => {
    const replay = after(BOTH);
    expect(replay.answer(ALONE)).toMatchObject({
      badge: "",
      findings: ["warning connection-gone 212?"],
      notify: [],
      nextCheckSeconds: MINUTE,
    });
    expect(replay.wait(14.999).answer(ALONE).findings).toEqual(["warning connection-gone 212?"]);
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
    expect(replay.wait(15).answer(ALONE).findings).toEqual(["warning connection-gone 212"]);
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
    expect(replay.wait(15).answer(ALONE)).toMatchObject({
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
    expect(replay.wait(15).answer(ALONE).findings).toEqual(["warning connection-gone 212"]);
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
    expect(replay.wait(15).answer(ALONE).findings).toEqual(["warning connection-gone 212"]);
  });

  it("is suspected gone again when it was confirmed broken, gone, and back for a moment", () => {
    const replay = after(REVOKED_212, ALONE, ALONE, BLIP_212);
    expect(replay.answer(ALONE).findings).toContain("warning connection-gone 212?");
  });
});

describe("a list that is suddenly empty", () => {
  const EMPTY = answerOf([]);

  it("is doubted as a whole and in each connection; the destination is not", () => {
    expect(after(BOTH).answer(EMPTY)).toEqual({
      state: "attention",
      badge: "1",
      level: "error",
      findings: [
        "error destination-changed",
        "error no-connections?",
        "warning connection-gone 135?",
        "warning connection-gone 212?",
      ],
      notify: ["destination-changed"],
      nextCheckSeconds: MINUTE,
    });
  });

  it("is confirmed as a whole and in each connection", () => {
    const replay = after(BOTH);
    replay.answer(EMPTY);
    expect(replay.wait(15).answer(EMPTY)).toMatchObject({
      badge: "4",
      findings: [
        "error destination-changed",
        "error no-connections",
        "warning connection-gone 135",
        "warning connection-gone 212",
      ],
      notify: ["no-connections", "connection-gone 135", "connection-gone 212"],
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
      findings: ["error connection-error 135?", "error destination-missing"],
      notify: ["destination-missing", "recovered no-connections"],
    });
  });

  it("leaves nothing of a connection that was never healthy", () => {
    const replay = after(answerOf([broken(google(135))]));
    expect(replay.answer(EMPTY).findings).toEqual(["error no-connections?"]);
  });
});

describe("a calendar that is missing", () => {
  const TEAM = calendar("team", { readOnly: true });
  const WITH = danas(google(135, primary(DANA), TEAM));

  it("that was not selected is over at once, with all its findings", () => {
    const replay = after(danas(google(135, primary(DANA), unselected("team", { readOnly: true }))));
    expect(replay.answer(ALONE)).toMatchObject({
      findings: [],
      notify: [],
      nextCheckSeconds: 30 * MINUTE,
    });
  });

  it("that was not selected takes its warning with it, which is no recovery, and brings it back as no news", () => {
    const warned = danas(google(135, calendar(DANA), unselected("team", { primary: true })));
    const replay = after();
    expect(replay.answer(warned).notify).toEqual(["not-selected 135 team"]);
    expect(replay.answer(danas(google(135, calendar(DANA))))).toMatchObject({ findings: [], notify: [] });
    expect(replay.answer(warned)).toMatchObject({ findings: ["warning not-selected 135 team"], notify: [] });
  });

  it("that had lost its selection is over at once", () => {
    const replay = after(WITH, danas(google(135, primary(DANA), unselected("team"))));
    expect(replay.answer(ALONE)).toMatchObject({ findings: [], notify: [] });
  });

  it("that was selected keeps its findings while suspected, and is only gone once confirmed", () => {
    const replay = after(WITH);
    expect(replay.answer(ALONE)).toMatchObject({
      findings: ["warning calendar-gone 135 team?", "notice read-only 135 team"],
      notify: [],
      nextCheckSeconds: MINUTE,
    });
    expect(replay.wait(14.999).answer(ALONE).findings).toHaveLength(2);
    expect(replay.wait(0.001).answer(ALONE)).toMatchObject({
      findings: ["warning calendar-gone 135 team"],
      notify: ["calendar-gone 135 team"],
    });
    expect(replay.wait(MINUTE).answer(WITH)).toMatchObject({
      findings: ["notice read-only 135 team"],
      notify: ["recovered calendar-gone 135 team"],
    });
  });

  it("that comes back unselected has lost its selection, which is no recovery", () => {
    const replay = after(WITH, ALONE, ALONE);
    expect(replay.answer(danas(google(135, primary(DANA), unselected("team"))))).toMatchObject({
      findings: ["warning selection-lost 135 team"],
      notify: ["selection-lost 135 team"],
    });
  });

  it("is hidden while its connection is broken, and neither told again nor recovered by that", () => {
    const replay = after(WITH, ALONE, ALONE);
    const revoked = danas(broken(google(135), REVOKED));
    expect(replay.answer(revoked).findings).toEqual([
      "error connection-error 135",
      "error destination-broken",
    ]);
    expect(replay.wait(MINUTE).answer(ALONE)).toMatchObject({
      findings: ["warning calendar-gone 135 team"],
      notify: ["recovered connection-error 135", "recovered destination-broken"],
    });
  });

  it("is shown while its connection is only suspected", () => {
    const replay = after(danas(google(135, primary(DANA), TEAM), outlook(212)), BOTH, BOTH);
    expect(
      replay.answer(answerOf([broken(google(135)), outlook(212)], { externalId: DANA })).findings,
    ).toEqual(["error connection-error 135?", "error destination-broken?", "warning calendar-gone 135 team"]);
  });

  it("is confirmed by the second answer that says so, through a doubt about its connection", () => {
    const replay = after(WITH);
    replay.answer(ALONE);
    replay.wait(MINUTE).answer(danas(broken(google(135))));
    expect(replay.wait(1).answer(ALONE).findings).toEqual(["warning calendar-gone 135 team"]);
  });
});
