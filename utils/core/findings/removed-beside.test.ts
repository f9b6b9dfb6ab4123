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
import { after, calendarOf, MINUTE } from "../../../tests/support/unit/replay.ts";

const TEAM = calendar("team");
const OLD = google(20, primary(DANA), TEAM);
const NEW = google(21, primary(DANA), TEAM);
const OLD_BROKEN = broken(OLD, REVOKED);

describe("when the broken one is removed", () => {
  const beside = (marked = false) => {
    const flagged = google(20, primary(DANA), unselected("x"));
    const replay = after(danas(flagged));
    if (marked) replay.expect("not-selected", calendarOf(20, "x"));
    replay.answer(danas(broken(flagged, REVOKED)));
    replay.wait(MINUTE).answer(danas(broken(flagged, REVOKED), google(21, primary(DANA))));
    return replay.wait(MINUTE);
  };

  it("nothing is gone, and it has recovered", () => {
    const replay = beside();
    expect(replay.answer(danas(google(21)))).toMatchObject({
      state: "ok",
      findings: [],
      notify: ["recovered connection-error 20"],
    });
    expect(replay.wait(5 * MINUTE).answer(danas(google(21)))).toMatchObject({ findings: [], notify: [] });
  });

  it("its marks are those of the other's calendars", () => {
    expect(beside(true).answer(danas(google(21, primary(DANA), unselected("x")))).findings).toEqual([
      "notice not-selected 21 x (expected)",
    ]);
    expect(beside(false).answer(danas(google(21, primary(DANA), unselected("x")))).findings).toEqual([
      "notice not-selected 21 x",
    ]);
  });

  it("what the other was known to have stands: its own selection is not compared with the old one's", () => {
    const again = google(21, primary(DANA), unselected("team"));
    const replay = after(danas(OLD), danas(OLD_BROKEN), danas(OLD_BROKEN, again));
    expect(replay.answer(danas(again)).findings).toEqual(["notice not-selected 21 team"]);
  });

  it("a selected calendar that was lost on the way is perhaps gone from the other, told with the recovery in one", () => {
    const again = google(21, primary(DANA));
    const replay = after(danas(OLD), danas(OLD_BROKEN), danas(OLD_BROKEN, again));
    expect(replay.answer(danas(again))).toMatchObject({
      findings: ["warning calendar-gone 21 team?"],
      notify: [],
    });
    expect(replay.wait(5 * MINUTE).answer(danas(again))).toMatchObject({
      findings: ["warning calendar-gone 21 team"],
      notify: ["calendar-gone 21 team", "recovered connection-error 20"],
    });
  });

  it("no calendar is lost that another working connection lists", () => {
    const again = google(21, primary(DANA));
    const other = outlook(30, primary("o"), unselected("team"));
    const replay = after(danas(OLD, other), danas(OLD_BROKEN, other), danas(OLD_BROKEN, again, other));
    expect(replay.answer(danas(again, other)).findings).toEqual(["notice not-selected 30 team"]);
  });

  it("it is gone like any other when the one that stood for it is broken, too", () => {
    const replay = after(danas(OLD), danas(OLD_BROKEN), danas(OLD_BROKEN, NEW));
    replay.answer(danas(OLD_BROKEN, broken(NEW, REVOKED)));
    expect(replay.wait(MINUTE).answer(danas(broken(NEW, REVOKED))).findings).toEqual([
      "error connection-error 20",
      "error connection-error 21",
      "error destination-broken",
      "warning connection-gone 20?",
    ]);
    expect(replay.wait(MINUTE).answer(danas(NEW))).toMatchObject({
      findings: [],
      notify: [
        "recovered connection-error 20",
        "recovered connection-error 21",
        "recovered destination-broken",
      ],
    });
  });

  it("its recovery waits for the other to work again", () => {
    const replay = after(danas(OLD), danas(OLD_BROKEN), danas(OLD_BROKEN, NEW));
    replay.answer(danas(google(21, primary(DANA))));
    expect(replay.wait(MINUTE).answer(danas(broken(NEW)))).toMatchObject({ notify: [] });
    expect(replay.wait(MINUTE).answer(danas(NEW)).notify).toEqual(["recovered connection-error 20"]);
  });

  it("it has not recovered when the other is known to be broken before", () => {
    const replay = after(danas(OLD), danas(OLD_BROKEN), danas(OLD_BROKEN, NEW));
    replay.answer(danas(google(21, primary(DANA))));
    expect(replay.wait(MINUTE).answer(danas(broken(NEW, REVOKED))).notify).toEqual([
      "connection-error 21",
      "destination-broken",
    ]);
    expect(replay.wait(MINUTE).answer(danas(NEW)).notify).toEqual([
      "recovered connection-error 21",
      "recovered destination-broken",
    ]);
  });
});

describe("when the working one is removed instead", () => {
  it("it is perhaps gone, and bookings go to none that works", () => {
    const replay = after(danas(OLD), danas(OLD_BROKEN), danas(OLD_BROKEN, NEW));
    expect(replay.answer(danas(OLD_BROKEN))).toMatchObject({
      findings: ["error connection-error 20", "error destination-broken", "warning connection-gone 21?"],
      notify: [],
    });
  });

  it("and the old one works again, nothing is gone", () => {
    const replay = after(danas(OLD), danas(OLD_BROKEN), danas(OLD_BROKEN, NEW));
    expect(replay.answer(danas(OLD))).toMatchObject({
      findings: [],
      notify: ["recovered connection-error 20"],
    });
  });
});
