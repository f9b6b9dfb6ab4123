import { describe, expect, it } from "vitest";
import {
  answerOf,
  BLANK,
  calendar,
  DANA,
  destination,
  google,
  outlook,
  primary,
} from "../../../tests/fixtures/bodies.ts";
import { after, HOUR } from "../../../tests/support/unit/replay.ts";

const LIST = [google(135, primary(DANA), calendar("team")), outlook(212)];
const at = (externalId: string, integration?: string) => answerOf(LIST, destination(externalId, integration));
const NONE = answerOf(LIST, BLANK);

describe("keeping a destination", () => {
  it("makes it the remembered one, which is no recovery", () => {
    const replay = after(at(DANA), at("team"));
    expect(replay.do({ keepDestination: true })).toMatchObject({
      state: "ok",
      badge: "",
      findings: [],
      notify: [],
    });
    expect(replay.answer(at("team"))).toMatchObject({ findings: [], notify: [] });
    expect(replay.answer(at(DANA)).notify).toEqual(["destination-changed"]);
  });

  it("that is blank leaves it missing, as expected", () => {
    const replay = after(at(DANA), NONE);
    expect(replay.do({ keepDestination: true })).toMatchObject({
      badge: "",
      level: null,
      findings: ["error destination-missing (expected)"],
      notify: [],
    });
    expect(replay.answer(NONE)).toMatchObject({
      findings: ["error destination-missing (expected)"],
      notify: [],
    });
    expect(replay.answer(at("team"))).toMatchObject({ findings: [], notify: [] });
    expect(replay.answer(at(DANA)).findings).toEqual(["warning destination-changed"]);
  });

  it("that is blank says nothing is missing where nothing is connected", () => {
    const replay = after(at(DANA), answerOf([]), answerOf([]));
    expect(replay.do({ keepDestination: true }).findings).not.toContain(
      "error destination-missing (expected)",
    );
    expect(replay.answer(answerOf([])).findings).not.toContain("error destination-missing (expected)");
    expect(replay.answer(NONE).findings).toContain("error destination-missing (expected)");
  });

  it("changes nothing when it has not changed", () => {
    const replay = after(at(DANA));
    expect(replay.do({ keepDestination: true }).findings).toEqual([]);
    expect(replay.answer(at("team")).findings).toEqual(["warning destination-changed"]);
  });

  it("that is missing changes nothing", () => {
    expect(after(NONE).do({ keepDestination: true }).findings).toEqual(["error destination-missing"]);
  });
});

describe("a destination that was set from here", () => {
  const TEAM = { setDestination: { integration: "google_calendar", externalId: "team" } };

  it("changes nothing by itself, and is the remembered one once an answer shows it", () => {
    const replay = after(at(DANA));
    expect(replay.do(TEAM)).toMatchObject({ findings: [], notify: [] });
    expect(replay.answer(at("team"))).toMatchObject({ findings: [], notify: [] });
    expect(replay.answer(at(DANA)).findings).toEqual(["warning destination-changed"]);
  });

  it("may be shown late: Cal.com caches answers", () => {
    const replay = after(at(DANA));
    replay.do(TEAM);
    expect(replay.wait(14.999).answer(at(DANA)).findings).toEqual([]);
    expect(replay.wait(HOUR).answer(at("team")).findings).toEqual([]);
  });

  it("was not set after all when an answer 15 s later does not show it", () => {
    const replay = after(at(DANA));
    replay.do(TEAM);
    replay.wait(15).answer(at(DANA));
    expect(replay.wait(1).answer(at("team")).notify).toEqual(["destination-changed"]);
  });

  it("allows no other change", () => {
    const replay = after(at(DANA));
    replay.do(TEAM);
    expect(replay.answer(NONE)).toMatchObject({
      findings: ["error destination-changed"],
      notify: ["destination-changed"],
    });
    expect(replay.answer(at("team"))).toMatchObject({
      findings: [],
      notify: ["recovered destination-changed"],
    });
  });

  it("back to the remembered one is the recovery", () => {
    const replay = after(at(DANA), at("team"));
    replay.do({ setDestination: { integration: "google_calendar", externalId: DANA } });
    expect(replay.answer(at(DANA))).toMatchObject({
      findings: [],
      notify: ["recovered destination-changed"],
    });
  });

  it("may have a blank integration", () => {
    const replay = after(at(DANA));
    replay.do({ setDestination: { integration: "", externalId: "team" } });
    expect(replay.answer(at("team")).findings).toEqual([]);
  });

  it("where none was ever set is the recovery of the missing one", () => {
    const replay = after(NONE);
    replay.do(TEAM);
    expect(replay.answer(at("team"))).toMatchObject({
      findings: [],
      notify: ["recovered destination-missing"],
    });
  });
});
