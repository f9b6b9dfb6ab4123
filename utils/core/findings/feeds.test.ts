import { describe, expect, it } from "vitest";
import {
  answerOf,
  calendar,
  connection,
  DANA,
  danas,
  google,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { after, MINUTE, Replay } from "../../../tests/support/unit/replay.ts";

const feeds = (...calendars: unknown[]) =>
  danas(google(135), connection("ics-feed_calendar", 300, calendars));

describe("the feeds of one connection, which all block slots once one is selected", () => {
  it("are none of them unchecked beside one that is selected", () => {
    const shown = new Replay().answer(
      feeds(calendar("a"), unselected("b"), unselected("c", { primary: true })),
    );
    expect(shown).toMatchObject({ state: "ok", findings: [], notify: [] });
  });

  it("are unchecked when none is selected, each and as a connection", () => {
    expect(new Replay().answer(feeds(unselected("a"), unselected("b"))).findings).toEqual([
      "warning connection-unchecked 300",
      "notice not-selected 300 a",
      "notice not-selected 300 b",
    ]);
  });

  it("are checked again with the first that is selected", () => {
    const replay = after(feeds(unselected("a"), unselected("b", { primary: true })));
    expect(replay.answer(feeds(calendar("a"), unselected("b", { primary: true })))).toMatchObject({
      findings: [],
      notify: ["recovered connection-unchecked 300"],
    });
  });

  it("say nothing while it is only in doubt that the one lost its selection", () => {
    const replay = after(feeds(calendar("a"), unselected("b")));
    const lost = feeds(unselected("a"), unselected("b"));
    expect(replay.answer(lost).findings).toEqual(["warning selection-lost 300 a?"]);
    expect(replay.wait(5 * MINUTE).answer(lost).findings).toEqual([
      "warning connection-unchecked 300",
      "warning selection-lost 300 a",
      "notice not-selected 300 b",
    ]);
  });

  it("say nothing while it is only in doubt that the one is gone", () => {
    const replay = after(feeds(calendar("a"), unselected("b")));
    const gone = feeds(unselected("b"));
    expect(replay.answer(gone).findings).toEqual(["warning calendar-gone 300 a?"]);
    expect(replay.wait(5 * MINUTE).answer(gone).findings).toEqual([
      "warning calendar-gone 300 a",
      "warning connection-unchecked 300",
      "notice not-selected 300 b",
    ]);
  });

  it("may still be read-only, and may lose a selection of their own", () => {
    const replay = after(feeds(calendar("a", { readOnly: true }), calendar("b")));
    const lost = feeds(calendar("a", { readOnly: true }), unselected("b"));
    replay.answer(lost);
    expect(replay.wait(5 * MINUTE).answer(lost).findings).toEqual([
      "warning selection-lost 300 b",
      "notice read-only 300 a",
    ]);
  });

  it("of another connection count for themselves", () => {
    const two = answerOf([
      google(135),
      connection("ics-feed_calendar", 300, [calendar("a")]),
      connection("ics-feed_calendar", 301, [unselected("b")]),
    ]);
    expect(new Replay().answer(two).findings).toContain("notice not-selected 301 b");
  });
});

it("a calendar of another app is unchecked whatever else its connection has selected", () => {
  expect(new Replay().answer(danas(google(135, calendar(DANA), unselected("b")))).findings).toEqual([
    "notice not-selected 135 b",
  ]);
});
