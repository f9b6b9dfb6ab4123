import { describe, expect, it } from "vitest";
import {
  answerOf,
  BLANK,
  broken,
  calendar,
  DANA,
  destination,
  google,
  outlook,
  primary,
} from "../../../tests/fixtures/bodies.ts";
import { after, HOUR, MINUTE, Replay } from "../../../tests/support/unit/replay.ts";

const LIST = [google(135, primary(DANA), calendar("team")), outlook(212)];
const at = (externalId: string, integration?: string) => answerOf(LIST, destination(externalId, integration));
const NONE = answerOf(LIST, BLANK);

describe("a destination that was never set", () => {
  it.each([
    ["{}", {}],
    ["null", null],
    ["absent", undefined],
    ["a row with blank texts", BLANK],
    ["blank after trimming", destination("  ")],
  ])("is missing: %s", (_, row) => {
    expect(new Replay().answer(answerOf(LIST, row))).toMatchObject({
      badge: "1",
      level: "error",
      findings: ["error destination-missing"],
      notify: ["destination-missing"],
      nextCheckSeconds: 30 * MINUTE,
    });
  });

  it("has recovered when it is set for the first time", () => {
    expect(after(NONE).answer(at(DANA))).toMatchObject({
      findings: [],
      notify: ["recovered destination-missing"],
    });
  });

  it("is not missing where nothing is connected", () => {
    expect(new Replay().answer(answerOf([], {})).findings).toEqual(["error no-connections"]);
  });

  it("is missing beside nothing but broken connections", () => {
    expect(new Replay().answer(answerOf([broken(google(135))], BLANK)).findings).toEqual([
      "error connection-error 135?",
      "error destination-missing",
    ]);
  });
});

describe("a destination of a wrong type", () => {
  it.each([["x"], [5], [true], [["x"]], [{ externalId: 5 }], [{ externalId: {} }]])(
    "like %j says nothing: all about it stays as it was",
    (row) => {
      expect(new Replay().answer(answerOf(LIST, row)).findings).toEqual([]);
      expect(after(NONE).answer(answerOf(LIST, row))).toMatchObject({
        findings: ["error destination-missing"],
        notify: [],
      });
      const replay = after(at(DANA), at("team"));
      expect(replay.answer(answerOf(LIST, row)).findings).toEqual(["warning destination-changed"]);
      expect(replay.answer(at(DANA)).notify).toEqual(["recovered destination-changed"]);
    },
  );

  it("does not become the remembered one", () => {
    expect(after(answerOf(LIST, 5)).answer(at("team")).findings).toEqual([]);
  });
});

describe("a destination that changed", () => {
  it("is a warning at once", () => {
    const replay = after(at(DANA));
    expect(replay.answer(at("team"))).toMatchObject({
      badge: "1",
      level: "warning",
      findings: ["warning destination-changed"],
      notify: ["destination-changed"],
    });
    expect(replay.wait(HOUR).answer(at("team")).notify).toEqual([]);
  });

  it("is an error when it is blank, and never missing or broken as well", () => {
    expect(after(at(DANA)).answer(NONE)).toMatchObject({
      level: "error",
      findings: ["error destination-changed"],
      notify: ["destination-changed"],
    });
  });

  it("is told again when it gets worse, but not when it is as bad as before", () => {
    const replay = after(at(DANA), at("team"));
    expect(replay.answer(NONE).notify).toEqual(["destination-changed"]);
    expect(replay.answer(at("team"))).toMatchObject({
      findings: ["warning destination-changed"],
      notify: [],
    });
    expect(replay.answer(NONE).notify).toEqual([]);
  });

  it("has recovered when it is back, and is news the next time", () => {
    const replay = after(at(DANA), at("team"));
    expect(replay.answer(at(DANA))).toMatchObject({
      findings: [],
      notify: ["recovered destination-changed"],
    });
    expect(replay.answer(at("team")).notify).toEqual(["destination-changed"]);
  });

  it("is compared with the first one ever set, whatever came between", () => {
    const replay = after(NONE, at(DANA), at("team"), NONE);
    expect(replay.answer(at("team")).findings).toEqual(["warning destination-changed"]);
    expect(replay.answer(at(DANA)).findings).toEqual([]);
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
    expect(after(at(DANA)).answer(answerOf(LIST, row)).findings).toEqual([]);
    expect(after(answerOf(LIST, row)).answer(at(DANA)).findings).toEqual([]);
  });

  it("is told at once while its old connection is only suspected", () => {
    const replay = after(at("AAMkAGQ1ZmFkLWVu0AAA=", "office365_calendar"));
    const moved = answerOf([LIST[0], broken(outlook(212))], destination(DANA));
    expect(replay.answer(moved)).toMatchObject({
      badge: "1",
      findings: ["error connection-error 212?", "warning destination-changed"],
      notify: ["destination-changed"],
      nextCheckSeconds: MINUTE,
    });
    expect(replay.wait(MINUTE).answer(at(DANA))).toMatchObject({
      findings: ["warning destination-changed"],
      notify: [],
    });
  });
});
