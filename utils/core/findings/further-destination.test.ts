import { describe, expect, it } from "vitest";
import {
  answerOf,
  BOOKED_NOWHERE,
  bookedIn,
  broken,
  DANA,
  destination,
  OFFICE,
  outlook,
  WITH_TEAM,
} from "../../../tests/fixtures/bodies.ts";
import { after, DESTINATION, MINUTE } from "../../../tests/support/unit/replay.ts";

const IN_OFFICE = bookedIn(OFFICE, "office365_calendar");

describe("a destination that changes on", () => {
  it("is told for each further one, once", () => {
    const replay = after(bookedIn(DANA));
    expect(replay.answer(bookedIn("team")).notify).toEqual(["destination-changed"]);
    expect(replay.answer(bookedIn("team")).notify).toEqual([]);
    expect(replay.answer(IN_OFFICE)).toMatchObject({
      findings: ["warning destination-changed"],
      notify: ["destination-changed"],
    });
    expect(replay.answer(bookedIn("team")).notify).toEqual([]);
    expect(replay.answer(IN_OFFICE).notify).toEqual([]);
  });

  it("is told for one that comes after a blank one, and for the blank one once", () => {
    const replay = after(bookedIn(DANA), BOOKED_NOWHERE);
    expect(replay.answer(bookedIn("team")).notify).toEqual(["destination-changed"]);
    expect(replay.answer(BOOKED_NOWHERE).notify).toEqual([]);
  });

  it("is told anew after it was seen right", () => {
    const replay = after(bookedIn(DANA), bookedIn("team"), IN_OFFICE);
    expect(replay.answer(bookedIn(DANA)).notify).toEqual(["recovered destination-changed"]);
    expect(replay.answer(IN_OFFICE).notify).toEqual(["destination-changed"]);
    expect(replay.answer(bookedIn("team")).notify).toEqual(["destination-changed"]);
  });

  it("is told once nothing about a connection is in doubt", () => {
    const replay = after(bookedIn(DANA), bookedIn("team"));
    const doubted = answerOf([WITH_TEAM[0], broken(outlook(212))], destination(OFFICE, "office365_calendar"));
    expect(replay.answer(doubted).notify).toEqual([]);
    expect(replay.wait(MINUTE).answer(IN_OFFICE).notify).toEqual(["destination-changed"]);
  });

  it("is told when only the one before was expected", () => {
    const replay = after(bookedIn(DANA), bookedIn("team"));
    replay.expect("destination-changed", DESTINATION);
    expect(replay.answer(bookedIn("team"))).toMatchObject({
      findings: ["warning destination-changed (expected)"],
      notify: [],
    });
    expect(replay.answer(IN_OFFICE)).toMatchObject({
      findings: ["warning destination-changed"],
      notify: ["destination-changed"],
    });
  });

  it("is told after a snooze where it has come to by then", () => {
    const replay = after(bookedIn(DANA), bookedIn("team"));
    replay.do({ snoozeUntil: replay.in(2 * MINUTE) });
    expect(replay.wait(MINUTE).answer(IN_OFFICE).notify).toEqual([]);
    expect(replay.wait(MINUTE).answer(IN_OFFICE).notify).toEqual(["destination-changed"]);
  });

  it("is the same under a newer name, or without its integration", () => {
    const replay = after(bookedIn(DANA), bookedIn("team"));
    const row = destination("team", "", { name: "The team" });
    expect(replay.answer(answerOf(WITH_TEAM, row)).notify).toEqual([]);
  });
});
