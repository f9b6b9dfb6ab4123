import { describe, expect, it } from "vitest";
import {
  answerOf,
  BLANK,
  BOOKED_NOWHERE,
  bookedIn,
  broken,
  calendar,
  DANA,
  destination,
  google,
  OFFICE,
  outlook,
  primary,
  WITH_TEAM,
} from "../../../tests/fixtures/bodies.ts";
import { after, DESTINATION, MINUTE } from "../../../tests/support/unit/replay.ts";

describe("a mark on the destination", () => {
  const list = [google(135, primary(DANA), calendar("a"), calendar("b"))];
  const at = (externalId: string) => answerOf(list, destination(externalId));

  it("does not keep it, and holds for that destination only", () => {
    const replay = after(at(DANA), at("a"));
    expect(replay.expect("destination-changed", DESTINATION)).toMatchObject({
      badge: "",
      findings: ["warning destination-changed (expected)"],
    });
    expect(replay.answer(at("a"))).toMatchObject({
      findings: ["warning destination-changed (expected)"],
      notify: [],
    });
    expect(replay.answer(at("b"))).toMatchObject({ badge: "1", findings: ["warning destination-changed"] });
    expect(replay.answer(at("a")).findings).toEqual(["warning destination-changed"]);
  });

  it("of one ends when that becomes blank, which is worse and told", () => {
    const replay = after(at(DANA), at("a"));
    replay.expect("destination-changed", DESTINATION);
    expect(replay.answer(answerOf(list, BLANK))).toMatchObject({
      badge: "1",
      findings: ["error destination-changed"],
      notify: ["destination-changed"],
    });
  });

  it("ends when it is back", () => {
    const replay = after(at(DANA), at("a"));
    replay.expect("destination-changed", DESTINATION);
    expect(replay.answer(at(DANA))).toMatchObject({ findings: [], notify: [] });
    expect(replay.answer(at("a"))).toMatchObject({
      findings: ["warning destination-changed"],
      notify: ["destination-changed"],
    });
  });

  it("survives an answer in which it can't be read", () => {
    const replay = after(at(DANA), at("a"));
    replay.expect("destination-changed", DESTINATION);
    expect(replay.answer(answerOf(list, 5)).findings).toEqual(["warning destination-changed (expected)"]);
  });

  describe("through a moment in which it was right, beside a connection in doubt,", () => {
    const rested = () => {
      const replay = after(bookedIn(DANA), bookedIn("team"));
      replay.expect("destination-changed", DESTINATION);
      const doubted = answerOf([WITH_TEAM[0], broken(outlook(212))], destination(DANA));
      expect(replay.answer(doubted).findings).toEqual(["error connection-error 212?"]);
      return replay.wait(MINUTE);
    };

    it("holds for the same one", () => {
      expect(rested().answer(bookedIn("team"))).toMatchObject({
        findings: ["warning destination-changed (expected)"],
        notify: [],
      });
    });

    it.each([
      ["blank", BOOKED_NOWHERE, "error destination-changed"],
      ["another", bookedIn(OFFICE, "office365_calendar"), "warning destination-changed"],
    ])("ends with one that is %s", (_, body, finding) => {
      expect(rested().answer(body)).toMatchObject({ findings: [finding], notify: ["destination-changed"] });
    });
  });
});
