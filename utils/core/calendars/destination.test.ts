import { describe, expect, it } from "vitest";
import {
  answerOf,
  BLANK,
  BOOKED_NOWHERE,
  bookedIn,
  broken,
  DANA,
  destination,
  google,
  OFFICE,
  outlook,
  primary,
  REVOKED,
  WITH_TEAM,
} from "../../../tests/fixtures/bodies.ts";
import { after, HOUR, MINUTE, Replay } from "../../../tests/support/unit/replay.ts";

describe("a destination that was never set", () => {
  it.each([
    ["{}", {}],
    ["null", null],
    ["absent", undefined],
    ["a row with blank texts", BLANK],
    ["blank after trimming", destination("  ")],
  ])("is missing: %s", (_, row) => {
    expect(new Replay().answer(answerOf(WITH_TEAM, row))).toMatchObject({
      badge: "1",
      level: "error",
      findings: ["error destination-missing"],
      notify: ["destination-missing"],
      nextCheckSeconds: 30 * MINUTE,
    });
  });

  it("has recovered when it is set for the first time", () => {
    expect(after(BOOKED_NOWHERE).answer(bookedIn(DANA))).toMatchObject({
      findings: [],
      notify: ["recovered destination-missing"],
    });
  });

  it("is not missing where nothing is connected", () => {
    expect(new Replay().answer(answerOf([], {})).findings).toEqual(["error no-connections"]);
  });

  it("is as doubtful as the failure of the connection that it may be blank for", () => {
    const replay = new Replay();
    const failing = answerOf([broken(google(135))], BLANK);
    expect(replay.answer(failing)).toMatchObject({
      findings: ["error connection-error 135?", "error destination-missing?"],
      notify: [],
    });
    expect(replay.wait(5 * MINUTE).answer(failing)).toMatchObject({
      findings: ["error connection-error 135", "error destination-missing"],
      notify: ["connection-error 135", "destination-missing"],
    });
  });

  it("is missing beside a connection that is known to be broken", () => {
    expect(new Replay().answer(answerOf([broken(google(135), REVOKED)], BLANK)).findings).toEqual([
      "error connection-error 135",
      "error destination-missing",
    ]);
  });
});

describe("a destination of a wrong type", () => {
  it.each([["x"], [5], [true], [["x"]], [{ externalId: 5 }], [{ externalId: {} }]])(
    "like %j says nothing: all about it stays as it was",
    (row) => {
      expect(new Replay().answer(answerOf(WITH_TEAM, row)).findings).toEqual([]);
      expect(after(BOOKED_NOWHERE).answer(answerOf(WITH_TEAM, row))).toMatchObject({
        findings: ["error destination-missing"],
        notify: [],
      });
      const replay = after(bookedIn(DANA), bookedIn("team"));
      expect(replay.answer(answerOf(WITH_TEAM, row)).findings).toEqual(["warning destination-changed"]);
      expect(replay.answer(bookedIn(DANA)).notify).toEqual(["recovered destination-changed"]);
    },
  );

  it("does not become the remembered one", () => {
    expect(after(answerOf(WITH_TEAM, 5)).answer(bookedIn("team")).findings).toEqual([]);
  });
});

describe("a destination that changed", () => {
  it("is a warning at once", () => {
    const replay = after(bookedIn(DANA));
    expect(replay.answer(bookedIn("team"))).toMatchObject({
      badge: "1",
      level: "warning",
      findings: ["warning destination-changed"],
      notify: ["destination-changed"],
    });
    expect(replay.wait(HOUR).answer(bookedIn("team")).notify).toEqual([]);
  });

  it("is an error when it is blank, and never missing or broken as well", () => {
    expect(after(bookedIn(DANA)).answer(BOOKED_NOWHERE)).toMatchObject({
      level: "error",
      findings: ["error destination-changed"],
      notify: ["destination-changed"],
    });
  });

  it("is told again when it gets worse, but not when it is as bad as before", () => {
    const replay = after(bookedIn(DANA), bookedIn("team"));
    expect(replay.answer(BOOKED_NOWHERE).notify).toEqual(["destination-changed"]);
    expect(replay.answer(bookedIn("team"))).toMatchObject({
      findings: ["warning destination-changed"],
      notify: [],
    });
    expect(replay.answer(BOOKED_NOWHERE).notify).toEqual([]);
  });

  it("has recovered when it is back, and is news the next time", () => {
    const replay = after(bookedIn(DANA), bookedIn("team"));
    expect(replay.answer(bookedIn(DANA))).toMatchObject({
      findings: [],
      notify: ["recovered destination-changed"],
    });
    expect(replay.answer(bookedIn("team")).notify).toEqual(["destination-changed"]);
  });

  it("is compared with the first one ever set, whatever came between", () => {
    const replay = after(BOOKED_NOWHERE, bookedIn(DANA), bookedIn("team"), BOOKED_NOWHERE);
    expect(replay.answer(bookedIn("team")).findings).toEqual(["warning destination-changed"]);
    expect(replay.answer(bookedIn(DANA)).findings).toEqual([]);
  });

  it("by its integration alone is another one", () => {
    const twins = [google(135, primary("x")), outlook(212, primary("x"))];
    const replay = after(answerOf(twins, destination("x")));
    expect(replay.answer(answerOf(twins, destination("x", "office365_calendar"))).findings).toEqual([
      "warning destination-changed",
    ]);
  });

  it.each([
    ["blank", destination(DANA, "")],
    ["absent", { externalId: DANA }],
    ["null", { externalId: DANA, integration: null }],
  ])("is the same when its integration is %s on either side", (_, row) => {
    expect(after(bookedIn(DANA)).answer(answerOf(WITH_TEAM, row)).findings).toEqual([]);
    expect(after(answerOf(WITH_TEAM, row)).answer(bookedIn(DANA)).findings).toEqual([]);
  });

  describe("while its connection is only suspected to be broken", () => {
    const WELL = bookedIn(OFFICE, "office365_calendar");
    const MOVED = answerOf([WITH_TEAM[0], broken(outlook(212))], destination(DANA));
    const doubted = () => {
      const replay = after(WELL);
      expect(replay.answer(MOVED)).toMatchObject({
        badge: "",
        findings: ["error connection-error 212?", "warning destination-changed?"],
        notify: [],
        nextCheckSeconds: MINUTE,
      });
      return replay.wait(MINUTE);
    };

    it("is nothing when it comes back with it", () => {
      expect(doubted().answer(WELL)).toMatchObject({ findings: [], notify: [] });
    });

    it("is told by the first answer without a doubt, though the hiccup itself never is", () => {
      expect(doubted().answer(bookedIn(DANA))).toMatchObject({
        badge: "1",
        findings: ["warning destination-changed"],
        notify: ["destination-changed"],
      });
    });

    it("is told with what it rests on, in one", () => {
      expect(
        doubted()
          .wait(4 * MINUTE)
          .answer(MOVED),
      ).toMatchObject({
        findings: ["error connection-error 212", "warning destination-changed"],
        notify: ["connection-error 212", "destination-changed"],
      });
    });
  });

  it.each([
    ["a connection that may be broken", answerOf([WITH_TEAM[0], broken(outlook(212))], BLANK)],
    ["a connection that may be gone", answerOf([WITH_TEAM[0]], BLANK)],
    ["a calendar that may be gone", answerOf([google(135), outlook(212)], BLANK)],
  ])("is in doubt beside %s, whatever that has to do with it", (_, doubted) => {
    expect(after(bookedIn(DANA)).answer(doubted)).toMatchObject({ notify: [] });
    expect(after(bookedIn(DANA)).answer(doubted).findings).toContain("error destination-changed?");
  });

  it("stays sure when something is in doubt later, but that it got worse is told after the doubt", () => {
    const replay = after(bookedIn(DANA), bookedIn("team"));
    expect(replay.answer(answerOf([WITH_TEAM[0], broken(outlook(212))], BLANK))).toMatchObject({
      findings: ["error connection-error 212?", "error destination-changed"],
      notify: [],
    });
    expect(replay.wait(MINUTE).answer(BOOKED_NOWHERE).notify).toEqual(["destination-changed"]);
  });
});
