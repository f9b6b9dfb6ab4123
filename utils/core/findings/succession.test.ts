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
import { after, calendarOf, DAY, HOUR, MINUTE } from "../../../tests/support/unit/replay.ts";

const TEAM = calendar("team");

describe("an account that was disconnected and connected again", () => {
  it("takes the place of the one that was broken: that has recovered", () => {
    const replay = after(danas(google(135)), danas(broken(google(135), REVOKED)));
    expect(replay.answer(danas(google(136)))).toMatchObject({
      findings: [],
      notify: ["recovered connection-error 135", "recovered destination-broken"],
    });
  });

  it("takes the place of the one that was gone: that has recovered", () => {
    const replay = after(danas(google(135), outlook(212)), danas(google(135)), danas(google(135)));
    expect(replay.answer(danas(google(135), outlook(213)))).toMatchObject({
      findings: [],
      notify: ["recovered connection-gone 212"],
    });
  });

  it("was only suspected gone: nothing is said", () => {
    const replay = after(danas(google(135), outlook(212)), danas(google(135)));
    expect(replay.answer(danas(google(135), outlook(213)))).toMatchObject({ findings: [], notify: [] });
  });

  it("goes on with what was told of the one that was broken and still is so: that is no news", () => {
    const warned = [primary(DANA), unselected("x", { primary: true })];
    const replay = after(danas(google(135, ...warned)), danas(broken(google(135), REVOKED)));
    expect(replay.answer(danas(google(136, ...warned)))).toMatchObject({
      findings: ["warning not-selected 136 x"],
      notify: ["recovered connection-error 135", "recovered destination-broken"],
    });
  });

  it("leaves no old one that could be gone", () => {
    const replay = after(danas(google(135)), danas(google(136)));
    expect(replay.answer(danas(google(136)))).toMatchObject({ findings: [], notify: [] });
    expect(replay.wait(MINUTE).answer(danas(google(136)))).toMatchObject({ findings: [], notify: [] });
  });

  it("may have lost the selection of a calendar that was selected", () => {
    const replay = after(danas(google(135, primary(DANA), TEAM)));
    const lost = danas(google(136, primary(DANA), unselected("team")));
    expect(replay.answer(lost)).toMatchObject({ findings: ["warning selection-lost 136 team?"], notify: [] });
    expect(replay.wait(5 * MINUTE).answer(lost)).toMatchObject({
      findings: ["warning selection-lost 136 team"],
      notify: ["selection-lost 136 team"],
    });
  });

  it("may lack a calendar that was selected", () => {
    const replay = after(danas(google(135, primary(DANA), TEAM)));
    expect(replay.answer(danas(google(136))).findings).toEqual(["warning calendar-gone 136 team?"]);
    expect(replay.wait(5 * MINUTE).answer(danas(google(136))).notify).toEqual(["calendar-gone 136 team"]);
  });

  it("takes the marks with it", () => {
    const replay = after(danas(google(135, primary(DANA), unselected("team"))));
    replay.expect("not-selected", calendarOf(135, "team"));
    expect(replay.answer(danas(google(136, primary(DANA), unselected("team")))).findings).toEqual([
      "notice not-selected 136 team (expected)",
    ]);
  });

  it("is another one when its primary calendar is another", () => {
    const replay = after(danas(google(135), outlook(212)));
    expect(replay.answer(danas(google(135), outlook(213, primary("other")))).findings).toEqual([
      "warning connection-gone 212?",
    ]);
  });

  it("is another one when its type is another", () => {
    const replay = after(danas(google(135), outlook(212, primary("same"))));
    expect(replay.answer(danas(google(135), google(136, primary("same")))).findings).toEqual([
      "warning connection-gone 212?",
    ]);
  });

  it("takes no place while the old one is still listed", () => {
    const replay = after(danas(google(135), outlook(212)));
    const both = danas(google(135), broken(outlook(212), REVOKED), outlook(213));
    expect(replay.answer(both).findings).toEqual(["error connection-error 212"]);
  });

  it("is not known again while it is broken", () => {
    const replay = after(danas(google(135), outlook(212)));
    expect(replay.answer(danas(google(135), broken(outlook(213)))).findings).toEqual([
      "error connection-error 213?",
      "warning connection-gone 212?",
    ]);
  });

  it("may be one that was remembered anyway: nothing is gone", () => {
    const replay = after(danas(google(135), google(136)));
    expect(replay.answer(danas(google(136)))).toMatchObject({ findings: [], notify: [] });
    expect(replay.wait(5 * MINUTE).answer(danas(google(136)))).toMatchObject({ findings: [], notify: [] });
  });
});

describe("one that had kept breaking", () => {
  const day = () => {
    const replay = after(danas(google(135), outlook(212)));
    for (let time = 0; time < 3; time++) {
      replay.wait(MINUTE).answer(danas(google(135), broken(outlook(212), REVOKED)));
      if (time < 2) replay.wait(MINUTE).answer(danas(google(135), outlook(212)));
    }
    return replay;
  };

  it("flaps no more when it was connected again, which is told when that has been right for an hour", () => {
    const replay = day();
    const again = danas(google(135), outlook(213));
    expect(replay.answer(again)).toMatchObject({ findings: [], notify: [] });
    expect(replay.wait(HOUR - 0.001).answer(again).notify).toEqual([]);
    expect(replay.wait(0.001).answer(again).notify).toEqual(["recovered connection-error 212"]);
    expect(replay.wait(HOUR).answer(again).notify).toEqual([]);
  });

  it("and had been right for a while is said to be right after an hour of both", () => {
    const replay = day();
    replay.wait(MINUTE).answer(danas(google(135), outlook(212)));
    const again = danas(google(135), outlook(213));
    expect(replay.wait(30 * MINUTE).answer(again).notify).toEqual([]);
    expect(replay.wait(30 * MINUTE - 0.001).answer(again).notify).toEqual([]);
    expect(replay.wait(0.001).answer(again).notify).toEqual(["recovered connection-error 212"]);
  });

  it("has what else was told of it said to be right at once", () => {
    const warned = (id: number, isSelected: boolean) =>
      danas(google(135), outlook(id, primary("o"), calendar("x", { primary: true, isSelected })));
    const replay = after(warned(212, false));
    for (let time = 0; time < 3; time++) {
      replay.wait(MINUTE).answer(danas(google(135), broken(outlook(212), REVOKED)));
      replay.wait(MINUTE).answer(warned(212, false));
    }
    expect(replay.wait(MINUTE).answer(warned(213, true)).notify).toEqual(["recovered not-selected 212 x"]);
  });

  it("is not said to be right when the new one breaks before", () => {
    const replay = day();
    const again = danas(google(135), outlook(213));
    replay.answer(again);
    replay.wait(MINUTE).answer(danas(google(135), broken(outlook(213), REVOKED)));
    replay.wait(MINUTE).answer(again);
    expect(replay.wait(2 * HOUR).answer(again).notify).toEqual([]);
  });

  it("is said to be right at once when its quiet day was over", () => {
    const replay = day();
    replay.wait(DAY - MINUTE).answer(danas(google(135), broken(outlook(212), REVOKED)));
    expect(replay.wait(MINUTE).answer(danas(google(135), outlook(213))).notify).toEqual([
      "recovered connection-error 212",
    ]);
  });

  it("begins anew under its new credential", () => {
    const replay = day();
    replay.answer(danas(google(135), outlook(213)));
    expect(replay.wait(MINUTE).answer(danas(google(135), broken(outlook(213), REVOKED)))).toMatchObject({
      findings: ["error connection-error 213"],
      notify: ["connection-error 213"],
    });
  });
});
