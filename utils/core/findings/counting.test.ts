import { describe, expect, it } from "vitest";
import {
  answerOf,
  broken,
  calendar,
  google,
  outlook,
  primary,
  REVOKED,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { calendarOf, Replay } from "../../../tests/support/unit/replay.ts";

/** What the first answer puts on the badge. */
const badge = (...connections: unknown[]) => new Replay().answer(answerOf(connections, 5)).badge;
const own = (id: number, ...calendars: unknown[]) => google(id, primary(`own-${id}`), ...calendars);

describe("the number on the badge", () => {
  it("counts a calendar that two connections of one app list once", () => {
    expect(badge(own(135, unselected("shared")), own(136, unselected("shared")))).toBe("1");
  });

  it("counts it once whatever each of them says of it", () => {
    expect(badge(own(135, unselected("shared")), own(136, calendar("shared", { readOnly: true })))).toBe("1");
  });

  it("counts calendars of two apps apart that have one id", () => {
    expect(badge(own(135, unselected("x")), outlook(212, primary("o"), unselected("x")))).toBe("2");
  });

  it("counts calendars with two ids apart", () => {
    expect(badge(own(135, unselected("x")), own(136, unselected("y")))).toBe("2");
  });

  it("counts each connection, and a calendar beside its connection", () => {
    const two = [broken(google(135), REVOKED), broken(google(136), REVOKED)];
    expect(badge(...two, outlook(212, calendar("o"), unselected("x")))).toBe("3");
    expect(badge(google(135, calendar("a")), outlook(212, unselected("x")))).toBe("2");
  });

  it("counts one as long as any of its findings is not expected", () => {
    const replay = new Replay();
    replay.answer(answerOf([own(135, unselected("shared")), own(136, unselected("shared"))], 5));
    expect(replay.expect("not-selected", calendarOf(135, "shared")).badge).toBe("1");
    expect(replay.expect("not-selected", calendarOf(136, "shared")).badge).toBe("");
  });

  it("is 99+ above 99", () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => unselected(`x${index}`));
    expect(badge(own(135, ...many(99)))).toBe("99");
    expect(badge(own(135, ...many(100)))).toBe("99+");
  });
});
