import { describe, expect, it } from "vitest";
import {
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
import { after, calendarOf, connectionOf, MINUTE } from "../../../tests/support/unit/replay.ts";

/** One account as connection 20, and connected again as 21, with a calendar that is warned of. */
const WARNED = unselected("x", { primary: true });
const old = (...calendars: unknown[]) => google(20, primary(DANA), ...calendars);
const again = (...calendars: unknown[]) => google(21, primary(DANA), ...calendars);

describe("what was told of a connection that another takes the place of", () => {
  it("is not told again of the other, which has it as well", () => {
    expect(after(danas(old(WARNED))).answer(danas(again(WARNED)))).toMatchObject({
      findings: ["warning not-selected 21 x"],
      notify: [],
    });
  });

  it("is not told again either where the other was there before", () => {
    const replay = after(danas(old(WARNED)), danas(old(WARNED), again()));
    expect(replay.answer(danas(again(WARNED)))).toMatchObject({
      findings: ["warning not-selected 21 x"],
      notify: [],
    });
  });

  it("has recovered where the other has it right", () => {
    const replay = after(danas(old(WARNED)));
    expect(replay.answer(danas(again(calendar("x", { primary: true })))).notify).toEqual([
      "recovered not-selected 20 x",
    ]);
  });

  it("ends without a word where the other does not list it", () => {
    expect(after(danas(old(WARNED))).answer(danas(again()))).toMatchObject({ findings: [], notify: [] });
  });

  it("is no news when the old one comes back, since it was away for a moment only", () => {
    const replay = after(danas(old(WARNED), again(WARNED)));
    expect(replay.answer(danas(again(WARNED))).notify).toEqual([]);
    expect(replay.wait(MINUTE).answer(danas(old(WARNED), again(WARNED)))).toMatchObject({ notify: [] });
  });

  it("is no news of the other: that nothing of its connection is checked", () => {
    const unchecked = (id: number) => google(id, primary(DANA, { isSelected: false }));
    const replay = after(danas(outlook(212), unchecked(20)));
    expect(replay.answer(danas(outlook(212), unchecked(21)))).toMatchObject({
      findings: ["warning connection-unchecked 21", `warning not-selected 21 ${DANA}`],
      notify: [],
    });
  });
});

describe("what the person said of a connection that another takes the place of", () => {
  it("holds for the other", () => {
    const unchecked = (id: number) => google(id, primary(DANA, { isSelected: false }));
    const replay = after(danas(outlook(212), unchecked(20)));
    replay.expect("connection-unchecked", connectionOf(20));
    replay.expect("not-selected", calendarOf(20, DANA));
    expect(replay.answer(danas(outlook(212), unchecked(21)))).toMatchObject({
      badge: "",
      findings: ["warning connection-unchecked 21 (expected)", `warning not-selected 21 ${DANA} (expected)`],
    });
  });

  it("of a break ends with it", () => {
    const replay = after(danas(old()), danas(broken(old(), REVOKED)));
    replay.expect("connection-error", connectionOf(20));
    replay.answer(danas(again()));
    expect(replay.answer(danas(broken(again(), REVOKED))).notify).toEqual([
      "connection-error 21",
      "destination-broken",
    ]);
  });
});

describe("a calendar that was selected in the old one and that the other does not list", () => {
  const team = calendar("team", { readOnly: true });
  const taken = () => {
    const replay = after(danas(old(team)), danas(old(team), again()));
    expect(replay.answer(danas(again())).findings).toEqual([
      "warning calendar-gone 21 team?",
      "notice read-only 21 team",
    ]);
    return replay.wait(MINUTE);
  };

  it("is perhaps gone from the other, with what was last known of it, until the other lists it", () => {
    expect(taken().answer(danas(again(team)))).toMatchObject({
      findings: ["notice read-only 21 team"],
      notify: [],
    });
  });

  it("is so until any that works lists it", () => {
    const listed = danas(again(), outlook(212, primary("o"), calendar("team")));
    expect(taken().answer(listed)).toMatchObject({ findings: [], notify: [] });
  });
});
