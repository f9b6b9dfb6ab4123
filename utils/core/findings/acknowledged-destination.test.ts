import { describe, expect, it } from "vitest";
import {
  answerOf,
  BLANK,
  calendar,
  DANA,
  destination,
  google,
  primary,
} from "../../../tests/fixtures/bodies.ts";
import { after, DESTINATION } from "../../../tests/support/unit/replay.ts";

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
});
