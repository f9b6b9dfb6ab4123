import { describe, expect, it } from "vitest";
import {
  answerOf,
  BLANK,
  broken,
  calendar,
  DANA,
  danas,
  google,
  OFFICE,
  outlook,
  primary,
  REVOKED,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { after, MINUTE } from "../../../tests/support/unit/replay.ts";

const WELL = danas(google(135), outlook(212, primary(OFFICE), calendar("team")));
const BROKEN = danas(google(135), broken(outlook(212), REVOKED));
const WITHOUT_TEAM = danas(google(135), outlook(212));
const RECOVERED = "recovered connection-error 212";

describe("that a connection works again", () => {
  it("is told at once when nothing of it is in doubt", () => {
    expect(after(WELL, BROKEN).answer(WELL).notify).toEqual([RECOVERED]);
  });

  it.each<[string, unknown, string]>([
    ["a calendar is gone", WITHOUT_TEAM, "calendar-gone 212 team"],
    [
      "a selection is lost",
      danas(google(135), outlook(212, primary(OFFICE), unselected("team"))),
      "selection-lost 212 team",
    ],
    [
      "a calendar has moved",
      danas(google(135), outlook(212, primary(OFFICE), unselected("team-2", { name: "team" }))),
      "calendar-moved 212 team-2",
    ],
  ])("waits until it is known whether %s, and is one notification with that", (_, back, lost) => {
    const replay = after(WELL, BROKEN);
    expect(replay.answer(back).notify).toEqual([]);
    expect(replay.wait(5 * MINUTE - 0.001).answer(back).notify).toEqual([]);
    expect(replay.wait(0.001).answer(back).notify).toEqual([lost, RECOVERED]);
  });

  it("is told alone when nothing was lost after all", () => {
    const replay = after(WELL, BROKEN, WITHOUT_TEAM);
    expect(replay.wait(MINUTE).answer(WELL).notify).toEqual([RECOVERED]);
    expect(replay.wait(MINUTE).answer(WELL).notify).toEqual([]);
  });

  it("does not wait for what is in doubt about others", () => {
    const replay = after(WELL, BROKEN);
    const other = danas(broken(google(135)), outlook(212, primary(OFFICE), calendar("team")));
    expect(replay.answer(other).notify).toEqual([RECOVERED]);
  });

  it("is never told when it is broken again before, which is news", () => {
    const replay = after(WELL, BROKEN, WITHOUT_TEAM);
    expect(replay.wait(MINUTE).answer(BROKEN).notify).toEqual(["connection-error 212"]);
    expect(replay.wait(MINUTE).answer(WELL).notify).toEqual([RECOVERED]);
  });

  it("waits while it is only perhaps broken again", () => {
    const replay = after(WELL, BROKEN, WITHOUT_TEAM);
    const doubted = danas(google(135), broken(outlook(212)));
    expect(replay.wait(MINUTE).answer(doubted).notify).toEqual([]);
    expect(replay.wait(MINUTE).answer(WELL).notify).toEqual([RECOVERED]);
  });

  it("waits while it is perhaps gone, and is told with that", () => {
    const replay = after(WELL, BROKEN, WITHOUT_TEAM);
    expect(replay.wait(MINUTE).answer(danas(google(135))).notify).toEqual([]);
    expect(replay.wait(MINUTE).answer(WELL).notify).toEqual([RECOVERED]);
  });

  it("is told by good answers only", () => {
    const replay = after(WELL, BROKEN, WITHOUT_TEAM);
    expect(replay.wait(MINUTE).fail().notify).toEqual([]);
    expect(replay.answer(WELL).notify).toEqual([RECOVERED]);
  });

  it("is dropped by a snooze that begins while it waits", () => {
    const replay = after(WELL, BROKEN, WITHOUT_TEAM);
    replay.do({ snoozeUntil: replay.in(10 * MINUTE) });
    expect(replay.wait(MINUTE).answer(WELL).notify).toEqual([]);
    expect(replay.wait(10 * MINUTE).answer(WELL).notify).toEqual([]);
  });
});

describe("that a destination is right again", () => {
  const blanked = answerOf([google(135), broken(outlook(212), REVOKED)], BLANK);

  it("is told with its connection, once nothing of any is in doubt", () => {
    const replay = after(WELL, blanked);
    expect(replay.answer(WITHOUT_TEAM).notify).toEqual([]);
    expect(replay.wait(MINUTE).answer(WELL).notify).toEqual([RECOVERED, "recovered destination-changed"]);
  });

  it("is no news when it was right for a moment in between, beside something in doubt", () => {
    const moved = answerOf([google(135), outlook(212)], BLANK);
    const replay = after(WITHOUT_TEAM, moved);
    expect(replay.answer(danas(google(135), broken(outlook(212)))).notify).toEqual([]);
    expect(replay.wait(MINUTE).answer(moved)).toMatchObject({
      findings: ["error destination-changed"],
      notify: [],
    });
  });

  it("is told at once when nothing is", () => {
    const elsewhere = answerOf([google(135), outlook(212)], BLANK);
    expect(after(WITHOUT_TEAM, elsewhere).answer(WITHOUT_TEAM).notify).toEqual([
      "recovered destination-changed",
    ]);
  });

  it("is never told when it is wrong again by then, which is no news", () => {
    const replay = after(WELL, blanked, WITHOUT_TEAM);
    const still = answerOf([google(135), outlook(212, primary(OFFICE), calendar("team"))], BLANK);
    expect(replay.wait(MINUTE).answer(still)).toMatchObject({
      findings: ["error destination-changed"],
      notify: [RECOVERED],
    });
    expect(replay.wait(MINUTE).answer(WELL).notify).toEqual(["recovered destination-changed"]);
  });
});

it("that a calendar is back is told at once, whatever is in doubt about its connection's others", () => {
  const both = danas(google(135, primary(DANA), calendar("a"), calendar("b")));
  const none = danas(google(135, primary(DANA), calendar("b")));
  const replay = after(both, none, none);
  expect(replay.answer(danas(google(135, primary(DANA), calendar("a")))).notify).toEqual([
    "recovered calendar-gone 135 a",
  ]);
});
