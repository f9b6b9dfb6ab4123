import { describe, expect, it } from "vitest";
import { answerOf, BOOKED_NOWHERE, bookedIn, DANA } from "../../../tests/fixtures/bodies.ts";
import { after, HOUR } from "../../../tests/support/unit/replay.ts";

describe("keeping a destination", () => {
  it("makes it the remembered one, which is no recovery", () => {
    const replay = after(bookedIn(DANA), bookedIn("team"));
    expect(replay.do({ keepDestination: true })).toMatchObject({
      state: "ok",
      badge: "",
      findings: [],
      notify: [],
    });
    expect(replay.answer(bookedIn("team"))).toMatchObject({ findings: [], notify: [] });
    expect(replay.answer(bookedIn(DANA)).notify).toEqual(["destination-changed"]);
  });

  it("that is blank leaves it missing, as expected", () => {
    const replay = after(bookedIn(DANA), BOOKED_NOWHERE);
    expect(replay.do({ keepDestination: true })).toMatchObject({
      badge: "",
      level: null,
      findings: ["error destination-missing (expected)"],
      notify: [],
    });
    expect(replay.answer(BOOKED_NOWHERE)).toMatchObject({
      findings: ["error destination-missing (expected)"],
      notify: [],
    });
    expect(replay.answer(bookedIn("team"))).toMatchObject({ findings: [], notify: [] });
    expect(replay.answer(bookedIn(DANA)).findings).toEqual(["warning destination-changed"]);
  });

  it("that is blank says nothing is missing where nothing is connected", () => {
    const replay = after(bookedIn(DANA), answerOf([]), answerOf([]));
    expect(replay.do({ keepDestination: true }).findings).not.toContain(
      "error destination-missing (expected)",
    );
    expect(replay.answer(answerOf([])).findings).not.toContain("error destination-missing (expected)");
    expect(replay.answer(BOOKED_NOWHERE).findings).toContain("error destination-missing (expected)");
  });

  it("changes nothing when it has not changed", () => {
    const replay = after(bookedIn(DANA));
    expect(replay.do({ keepDestination: true }).findings).toEqual([]);
    expect(replay.answer(bookedIn("team")).findings).toEqual(["warning destination-changed"]);
  });

  it("that is missing changes nothing", () => {
    expect(after(BOOKED_NOWHERE).do({ keepDestination: true }).findings).toEqual([
      "error destination-missing",
    ]);
  });
});

describe("a destination that was set from here", () => {
  const TEAM = { setDestination: { integration: "google_calendar", externalId: "team" } };

  it("changes nothing by itself, and is the remembered one once an answer shows it", () => {
    const replay = after(bookedIn(DANA));
    expect(replay.do(TEAM)).toMatchObject({ findings: [], notify: [] });
    expect(replay.answer(bookedIn("team"))).toMatchObject({ findings: [], notify: [] });
    expect(replay.answer(bookedIn(DANA)).findings).toEqual(["warning destination-changed"]);
  });

  it("may be shown late: Cal.com caches answers", () => {
    const replay = after(bookedIn(DANA));
    replay.do(TEAM);
    expect(replay.wait(14.999).answer(bookedIn(DANA)).findings).toEqual([]);
    expect(replay.wait(HOUR).answer(bookedIn("team")).findings).toEqual([]);
  });

  it("was not set after all when an answer 15 s later does not show it", () => {
    const replay = after(bookedIn(DANA));
    replay.do(TEAM);
    replay.wait(15).answer(bookedIn(DANA));
    expect(replay.wait(1).answer(bookedIn("team")).notify).toEqual(["destination-changed"]);
  });

  it("allows no other change", () => {
    const replay = after(bookedIn(DANA));
    replay.do(TEAM);
    expect(replay.answer(BOOKED_NOWHERE)).toMatchObject({
      findings: ["error destination-changed"],
      notify: ["destination-changed"],
    });
    expect(replay.answer(bookedIn("team"))).toMatchObject({
      findings: [],
      notify: ["recovered destination-changed"],
    });
  });

  it("back to the remembered one is the recovery", () => {
    const replay = after(bookedIn(DANA), bookedIn("team"));
    replay.do({ setDestination: { integration: "google_calendar", externalId: DANA } });
    expect(replay.answer(bookedIn(DANA))).toMatchObject({
      findings: [],
      notify: ["recovered destination-changed"],
    });
  });

  it("may have a blank integration", () => {
    const replay = after(bookedIn(DANA));
    replay.do({ setDestination: { integration: "", externalId: "team" } });
    expect(replay.answer(bookedIn("team")).findings).toEqual([]);
  });

  it("where none was ever set is the recovery of the missing one", () => {
    const replay = after(BOOKED_NOWHERE);
    replay.do(TEAM);
    expect(replay.answer(bookedIn("team"))).toMatchObject({
      findings: [],
      notify: ["recovered destination-missing"],
    });
  });
});
