import { describe, expect, it } from "vitest";
import {
  ALONE,
  answerOf,
  BOTH,
  broken,
  calendar,
  DANA,
  danas,
  google,
  outlook,
  primary,
  REVOKED,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { after, MINUTE } from "../../../tests/support/unit/replay.ts";

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
    const lost = danas(google(135, primary(DANA), unselected("team")));
    const replay = after(WITH, lost, lost);
    expect(replay.answer(ALONE)).toMatchObject({ findings: [], notify: [] });
  });

  it("that is only suspected to have lost its selection may be gone as well, and then is that alone", () => {
    const replay = after(WITH, danas(google(135, primary(DANA), unselected("team"))));
    expect(replay.answer(ALONE).findings).toEqual([
      "warning calendar-gone 135 team?",
      "warning selection-lost 135 team?",
      "notice read-only 135 team",
    ]);
    expect(replay.wait(5 * MINUTE).answer(ALONE).findings).toEqual(["warning calendar-gone 135 team"]);
  });

  it("that was selected keeps its findings while suspected, and is only gone once confirmed", () => {
    const replay = after(WITH);
    expect(replay.answer(ALONE)).toMatchObject({
      findings: ["warning calendar-gone 135 team?", "notice read-only 135 team"],
      notify: [],
      nextCheckSeconds: MINUTE,
    });
    expect(replay.wait(5 * MINUTE - 0.001).answer(ALONE).findings).toHaveLength(2);
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
    const back = danas(google(135, primary(DANA), unselected("team")));
    expect(replay.answer(back)).toMatchObject({
      findings: ["warning selection-lost 135 team?", "notice read-only 135 team"],
      notify: [],
    });
    expect(replay.wait(5 * MINUTE).answer(back)).toMatchObject({
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

  it("has no doubt looked at within minutes while that is hidden", () => {
    const replay = after(WITH, ALONE);
    expect(replay.answer(danas(broken(google(135), REVOKED)))).toMatchObject({
      findings: ["error connection-error 135", "error destination-broken"],
      nextCheckSeconds: 5 * MINUTE,
    });
  });

  it("is shown while its connection is only suspected", () => {
    const replay = after(danas(google(135, primary(DANA), TEAM), outlook(212)), BOTH, BOTH);
    expect(
      replay.answer(answerOf([broken(google(135)), outlook(212)], { externalId: DANA })).findings,
    ).toEqual(["error connection-error 135?", "error destination-broken?", "warning calendar-gone 135 team"]);
  });

  it("is confirmed by a later answer that says so, through a doubt about its connection", () => {
    const replay = after(WITH);
    replay.answer(ALONE);
    replay.wait(5 * MINUTE).answer(danas(broken(google(135))));
    expect(replay.wait(1).answer(ALONE).findings).toEqual(["warning calendar-gone 135 team"]);
  });
});
