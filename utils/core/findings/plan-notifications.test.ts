import { describe, expect, it } from "vitest";
import {
  answerOf,
  BLANK,
  BOTH,
  broken,
  calendar,
  DANA,
  danas,
  google,
  outlook,
  primary,
  REVOKED,
  REVOKED_212,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { after, HOUR, MINUTE, Replay } from "../../../tests/support/unit/replay.ts";

describe("what is notified", () => {
  it("is every confirmed error and warning of the first answer, worst first, in one", () => {
    const first = answerOf(
      [google(135, primary(DANA, { isSelected: false })), broken(outlook(212), REVOKED)],
      BLANK,
    );
    expect(new Replay().answer(first).notify).toEqual([
      "connection-error 212",
      "destination-missing",
      `not-selected 135 ${DANA}`,
      "nothing-selected",
    ]);
  });

  it("is never a notice", () => {
    const replay = new Replay();
    expect(
      replay.answer(danas(google(135, primary(DANA), unselected("x", { readOnly: true })))).notify,
    ).toEqual([]);
    expect(replay.wait(MINUTE).answer(danas(google(135))).notify).toEqual([]);
  });

  it("is a notice that has become a warning", () => {
    const replay = after(danas(google(135, calendar(DANA), unselected("x"))));
    const warning = danas(google(135, calendar(DANA), unselected("x", { primary: true })));
    expect(replay.answer(warning).notify).toEqual(["not-selected 135 x"]);
  });

  it("is not what stands on", () => {
    const replay = after(BOTH, REVOKED_212);
    expect(replay.answer(REVOKED_212).notify).toEqual([]);
    replay.fail();
    expect(replay.wait(HOUR).answer(REVOKED_212).notify).toEqual([]);
  });

  it("is news again after it was seen right", () => {
    const replay = after(BOTH, REVOKED_212, BOTH);
    expect(replay.answer(REVOKED_212).notify).toEqual(["connection-error 212"]);
  });

  it("puts new ones before recovered ones, these by their last level", () => {
    const team = calendar("team", { primary: true });
    const warned = unselected("new", { primary: true });
    const replay = after(
      danas(google(135, primary(DANA), unselected("team", { primary: true })), broken(outlook(212), REVOKED)),
    );
    const shown = replay.answer(
      answerOf([google(135, primary(DANA), team, warned), outlook(212)], {
        externalId: "nowhere",
      }),
    );
    expect(shown.notify).toEqual([
      "destination-changed",
      "not-selected 135 new",
      "recovered connection-error 212",
      "recovered not-selected 135 team",
    ]);
  });
});

describe("what was hidden", () => {
  const WARNED = google(135, calendar(DANA), unselected("x", { primary: true }));
  const REVOKED_135 = danas(broken(WARNED, REVOKED));

  it("is no news when it returns", () => {
    const replay = after(danas(WARNED), REVOKED_135);
    expect(replay.answer(danas(WARNED))).toMatchObject({
      findings: ["warning not-selected 135 x"],
      notify: ["recovered connection-error 135", "recovered destination-broken"],
    });
  });

  it("has recovered when it is seen right", () => {
    const replay = after(danas(WARNED), REVOKED_135);
    expect(replay.answer(danas(google(135, calendar(DANA), primary("x")))).notify).toEqual([
      "recovered connection-error 135",
      "recovered destination-broken",
      "recovered not-selected 135 x",
    ]);
  });

  it("is news when it was never told", () => {
    const replay = after(REVOKED_135);
    expect(replay.answer(danas(WARNED)).notify).toContain("not-selected 135 x");
  });
});
