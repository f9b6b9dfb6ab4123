import { describe, expect, it } from "vitest";
import { calendar, DANA, danas, google, primary, unselected } from "../../../tests/fixtures/bodies.ts";
import { after, HOUR, MINUTE, Replay } from "../../../tests/support/unit/replay.ts";

describe("a calendar that is not selected", () => {
  it("is a warning when the provider calls it primary, else a notice", () => {
    const shown = new Replay().answer(
      danas(google(135, calendar(DANA), unselected("a"), unselected("b", { primary: true }))),
    );
    expect(shown.findings).toEqual(["warning not-selected 135 b", "notice not-selected 135 a"]);
    expect(shown.notify).toEqual(["not-selected 135 b"]);
  });

  it("may have lost its selection when it was selected before, and has when that is said again", () => {
    const replay = after(danas(google(135, primary(DANA), calendar("team"))));
    const lost = danas(google(135, primary(DANA), unselected("team")));
    expect(replay.answer(lost)).toMatchObject({
      badge: "",
      findings: ["warning selection-lost 135 team?"],
      notify: [],
      nextCheckSeconds: MINUTE,
    });
    expect(replay.wait(5 * MINUTE - 0.001).answer(lost).notify).toEqual([]);
    expect(replay.wait(0.001).answer(lost)).toMatchObject({
      findings: ["warning selection-lost 135 team"],
      notify: ["selection-lost 135 team"],
      nextCheckSeconds: 30 * MINUTE,
    });
    expect(replay.wait(HOUR).answer(lost)).toMatchObject({
      findings: ["warning selection-lost 135 team"],
      notify: [],
    });
    expect(replay.wait(HOUR).answer(danas(google(135, primary(DANA), calendar("team"))))).toMatchObject({
      findings: [],
      notify: ["recovered selection-lost 135 team"],
    });
  });

  it("only for a moment, since the server re-created the selections, is nothing", () => {
    const on = danas(google(135, primary(DANA), calendar("team")));
    const replay = after(on);
    replay.answer(danas(google(135, primary(DANA, { isSelected: false }), unselected("team"))));
    expect(replay.wait(MINUTE).answer(on)).toMatchObject({ findings: [], notify: [] });
  });

  it("keeps what was known of it while that is in doubt", () => {
    const replay = after(danas(google(135, primary(DANA), calendar("team", { readOnly: true }))));
    const lost = danas(google(135, primary(DANA), unselected("team")));
    const known = "notice read-only 135 team";
    expect(replay.answer(lost).findings).toEqual(["warning selection-lost 135 team?", known]);
    expect(replay.wait(5 * MINUTE).answer(lost).findings).toEqual(["warning selection-lost 135 team"]);
  });

  it("and read-only has two findings and is one on the badge", () => {
    const shown = new Replay().answer(danas(google(135, primary(DANA), unselected("x", { readOnly: true }))));
    expect(shown.findings).toEqual(["notice not-selected 135 x", "notice read-only 135 x"]);
    expect(shown.badge).toBe("1");
  });
});
