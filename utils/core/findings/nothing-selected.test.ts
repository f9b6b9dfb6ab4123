import { describe, expect, it } from "vitest";
import {
  answerOf,
  broken,
  calendar,
  DANA,
  danas,
  delegated,
  google,
  ORGANISATION,
  outlook,
  primary,
  REVOKED,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { after, MINUTE, Replay } from "../../../tests/support/unit/replay.ts";

const UNCHECKED = google(135, unselected(DANA));
const NOTICE = `notice not-selected 135 ${DANA}`;

describe("that nothing is selected", () => {
  it("is a warning: event types may have calendars of their own", () => {
    expect(new Replay().answer(danas(UNCHECKED))).toMatchObject({
      level: "warning",
      findings: ["warning nothing-selected", NOTICE],
      notify: ["nothing-selected"],
    });
  });

  it("waits for a selected calendar that is only suspected gone", () => {
    const replay = after(danas(google(135, unselected(DANA), calendar("team"))));
    expect(replay.answer(danas(UNCHECKED)).findings).toEqual(["warning calendar-gone 135 team?", NOTICE]);
    expect(replay.wait(5 * MINUTE).answer(danas(UNCHECKED))).toMatchObject({
      findings: ["warning calendar-gone 135 team", "warning nothing-selected", NOTICE],
      notify: ["calendar-gone 135 team", "nothing-selected"],
    });
  });

  it("waits for a selection that is only suspected to be lost", () => {
    const replay = after(danas(google(135)));
    const lost = danas(UNCHECKED);
    expect(replay.answer(lost).findings).toEqual([`warning selection-lost 135 ${DANA}?`]);
    expect(replay.wait(5 * MINUTE).answer(lost)).toMatchObject({
      findings: ["warning nothing-selected", `warning selection-lost 135 ${DANA}`],
      notify: ["nothing-selected", `selection-lost 135 ${DANA}`],
    });
  });

  it("is suspected while a suspected connection's calendars were never seen", () => {
    const replay = new Replay();
    const blind = danas(UNCHECKED, broken(outlook(212)));
    expect(replay.answer(blind)).toMatchObject({
      badge: "1",
      level: "notice",
      findings: ["error connection-error 212?", "warning nothing-selected?", NOTICE],
      notify: [],
      nextCheckSeconds: MINUTE,
    });
    expect(replay.wait(5 * MINUTE - 1).answer(blind).findings[1]).toBe("warning nothing-selected?");
    expect(replay.wait(1).answer(blind)).toMatchObject({
      findings: ["error connection-error 212", "warning nothing-selected", NOTICE],
      notify: ["connection-error 212", "nothing-selected"],
    });
  });

  it("is not said after all when that connection turns out to have a selected one", () => {
    const replay = after(danas(UNCHECKED, broken(outlook(212))));
    expect(replay.answer(danas(UNCHECKED, outlook(212)))).toMatchObject({
      findings: ["warning connection-unchecked 135", NOTICE],
      notify: ["connection-unchecked 135"],
    });
  });

  it("is confirmed when that connection vanishes", () => {
    const replay = after(danas(UNCHECKED, broken(outlook(212))));
    expect(replay.answer(danas(UNCHECKED)).findings).toEqual(["warning nothing-selected", NOTICE]);
  });

  it("is certain beside a connection that is known to be broken, of whose calendars nothing is known", () => {
    expect(new Replay().answer(danas(UNCHECKED, broken(outlook(212), REVOKED))).findings).toEqual([
      "error connection-error 212",
      "warning nothing-selected",
      NOTICE,
    ]);
  });

  it("is suspected beside an entry that can't be read", () => {
    expect(new Replay().answer(danas(UNCHECKED, null)).findings).toEqual([
      "error connection-error null?",
      "warning nothing-selected?",
      NOTICE,
    ]);
  });

  it("is not said where no calendar is known", () => {
    expect(new Replay().answer(danas(broken(outlook(212), REVOKED))).findings).not.toContain(
      "warning nothing-selected",
    );
  });

  it("is judged by last-known calendars of a broken connection", () => {
    const replay = after(danas(UNCHECKED));
    expect(replay.answer(answerOf([broken(UNCHECKED, REVOKED)], { externalId: DANA })).findings).toEqual([
      "error connection-error 135",
      "error destination-broken",
      "warning nothing-selected",
    ]);
  });

  it("has recovered when one is selected", () => {
    const replay = after(danas(UNCHECKED));
    expect(replay.answer(danas(google(135)))).toMatchObject({
      findings: [],
      notify: ["recovered nothing-selected"],
    });
  });
});

describe("an organisation's connection", () => {
  const primaryUnselected = delegated(google(0, primary(DANA, { isSelected: false })));
  const noneOfAll = delegated(google(0, unselected(DANA)));

  it("is never unchecked", () => {
    expect(new Replay().answer(danas(noneOfAll, outlook(212))).findings).toEqual([
      `notice not-selected -1/${ORGANISATION} ${DANA}`,
    ]);
  });

  it("falls back to its primary calendar, so that something is checked", () => {
    expect(new Replay().answer(danas(primaryUnselected)).findings).toEqual([
      `warning not-selected -1/${ORGANISATION} ${DANA}`,
    ]);
  });

  it("without a primary calendar leaves nothing selected", () => {
    expect(new Replay().answer(danas(noneOfAll)).findings).toEqual([
      "warning nothing-selected",
      `notice not-selected -1/${ORGANISATION} ${DANA}`,
    ]);
  });

  it("counts as one that has a selected calendar", () => {
    expect(new Replay().answer(danas(primaryUnselected, outlook(212, unselected("o")))).findings).toEqual([
      "warning connection-unchecked 212",
      `warning not-selected -1/${ORGANISATION} ${DANA}`,
      "notice not-selected 212 o",
    ]);
  });
});
