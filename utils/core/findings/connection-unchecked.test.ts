import { describe, expect, it } from "vitest";
import {
  broken,
  calendar,
  DANA,
  danas,
  google,
  outlook,
  REVOKED,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { after, MINUTE, Replay } from "../../../tests/support/unit/replay.ts";

const UNCHECKED = google(135, unselected(DANA));
const NOTICE = `notice not-selected 135 ${DANA}`;

describe("a connection without a selected calendar", () => {
  it("is unchecked while another has one", () => {
    expect(new Replay().answer(danas(UNCHECKED, outlook(212)))).toEqual({
      state: "attention",
      badge: "2",
      level: "warning",
      findings: ["warning connection-unchecked 135", NOTICE],
      notify: ["connection-unchecked 135"],
      nextCheckSeconds: 30 * MINUTE,
    });
  });

  it("leaves nothing selected when no other has one", () => {
    const two = danas(UNCHECKED, outlook(212, unselected("o")));
    expect(new Replay().answer(two)).toMatchObject({
      findings: ["warning nothing-selected", NOTICE, "notice not-selected 212 o"],
      notify: ["nothing-selected"],
    });
  });

  it("is unchecked when the only selected one is last known of a broken connection", () => {
    const replay = after(danas(UNCHECKED, outlook(212)), danas(UNCHECKED, broken(outlook(212), REVOKED)));
    expect(replay.answer(danas(UNCHECKED, broken(outlook(212), REVOKED))).findings).toEqual([
      "error connection-error 212",
      "warning connection-unchecked 135",
      NOTICE,
    ]);
  });

  it("is unchecked when the only selected one is of a connection that is suspected gone", () => {
    const replay = after(danas(UNCHECKED, outlook(212)));
    expect(replay.answer(danas(UNCHECKED)).findings).toEqual([
      "warning connection-gone 212?",
      "warning connection-unchecked 135",
      NOTICE,
    ]);
    expect(replay.wait(5 * MINUTE).answer(danas(UNCHECKED))).toMatchObject({
      findings: ["warning connection-gone 212", "warning nothing-selected", NOTICE],
      notify: ["connection-gone 212", "nothing-selected"],
    });
  });

  it("was told, and is no news when its replacement is over", () => {
    const replay = after(danas(UNCHECKED, outlook(212)), danas(UNCHECKED), danas(UNCHECKED));
    expect(replay.answer(danas(UNCHECKED, outlook(212)))).toMatchObject({
      findings: ["warning connection-unchecked 135", NOTICE],
      notify: ["recovered connection-gone 212", "recovered nothing-selected"],
    });
  });

  it("has recovered when one is selected", () => {
    const replay = after(danas(UNCHECKED, outlook(212)));
    expect(replay.answer(danas(google(135), outlook(212)))).toMatchObject({
      findings: [],
      notify: ["recovered connection-unchecked 135"],
    });
  });

  it("keeps that while it is suspected, and only its error once that is confirmed", () => {
    const replay = after(danas(outlook(212), UNCHECKED));
    const during = danas(outlook(212), broken(UNCHECKED));
    expect(replay.answer(during).findings).toEqual([
      "error connection-error 135?",
      "error destination-broken?",
      "warning connection-unchecked 135",
      NOTICE,
    ]);
    expect(replay.wait(5 * MINUTE).answer(during).findings).toEqual([
      "error connection-error 135",
      "error destination-broken",
    ]);
    expect(replay.wait(15).answer(danas(outlook(212), UNCHECKED))).toMatchObject({
      findings: ["warning connection-unchecked 135", NOTICE],
      notify: ["recovered connection-error 135", "recovered destination-broken"],
    });
  });

  it("is not said to be so while nothing at all is selected, perhaps since a connection only fails now", () => {
    const replay = after(danas(UNCHECKED, outlook(212)), danas(UNCHECKED));
    const blind = danas(UNCHECKED, broken(google(136)));
    expect(replay.wait(5 * MINUTE).answer(blind).findings).toEqual([
      "error connection-error 136?",
      "warning connection-gone 212",
      "warning nothing-selected?",
      NOTICE,
    ]);
  });

  it("is never said to be unchecked while its only selected calendar is suspected gone", () => {
    const replay = after(danas(google(135, unselected(DANA), calendar("team")), outlook(212)));
    expect(replay.answer(danas(UNCHECKED, outlook(212))).findings).toEqual([
      "warning calendar-gone 135 team?",
      NOTICE,
    ]);
    expect(replay.wait(5 * MINUTE).answer(danas(UNCHECKED, outlook(212)))).toMatchObject({
      findings: ["warning calendar-gone 135 team", "warning connection-unchecked 135", NOTICE],
      notify: ["calendar-gone 135 team", "connection-unchecked 135"],
    });
  });
});
