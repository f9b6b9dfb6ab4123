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
} from "./testing/bodies.ts";
import { after, HOUR, MINUTE, Replay } from "./testing/replay.ts";

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
      findings: ["error nothing-selected", NOTICE, "notice not-selected 212 o"],
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
    expect(replay.wait(15).answer(danas(UNCHECKED))).toMatchObject({
      findings: ["error nothing-selected", "warning connection-gone 212", NOTICE],
      notify: ["nothing-selected", "connection-gone 212"],
    });
  });

  it("was told, and is no news when its replacement is over", () => {
    const replay = after(danas(UNCHECKED, outlook(212)), danas(UNCHECKED), danas(UNCHECKED));
    expect(replay.answer(danas(UNCHECKED, outlook(212)))).toMatchObject({
      findings: ["warning connection-unchecked 135", NOTICE],
      notify: ["recovered nothing-selected", "recovered connection-gone 212"],
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
    expect(replay.wait(15).answer(during).findings).toEqual([
      "error connection-error 135",
      "error destination-broken",
    ]);
    expect(replay.wait(15).answer(danas(outlook(212), UNCHECKED))).toMatchObject({
      findings: ["warning connection-unchecked 135", NOTICE],
      notify: ["recovered connection-error 135", "recovered destination-broken"],
    });
  });

  it("is never said to be unchecked while its only selected calendar is suspected gone", () => {
    const replay = after(danas(google(135, unselected(DANA), calendar("team")), outlook(212)));
    expect(replay.answer(danas(UNCHECKED, outlook(212))).findings).toEqual([
      "warning calendar-gone 135 team?",
      NOTICE,
    ]);
    expect(replay.wait(15).answer(danas(UNCHECKED, outlook(212)))).toMatchObject({
      findings: ["warning calendar-gone 135 team", "warning connection-unchecked 135", NOTICE],
      notify: ["calendar-gone 135 team", "connection-unchecked 135"],
    });
  });
});

describe("that nothing is selected", () => {
  it("waits for a selected calendar that is only suspected gone", () => {
    const replay = after(danas(google(135, unselected(DANA), calendar("team"))));
    expect(replay.answer(danas(UNCHECKED)).findings).toEqual(["warning calendar-gone 135 team?", NOTICE]);
    expect(replay.wait(15).answer(danas(UNCHECKED))).toMatchObject({
      findings: ["error nothing-selected", "warning calendar-gone 135 team", NOTICE],
      notify: ["nothing-selected", "calendar-gone 135 team"],
    });
  });

  it("is suspected while a suspected connection's calendars were never seen", () => {
    const replay = new Replay();
    const blind = danas(UNCHECKED, broken(outlook(212)));
    expect(replay.answer(blind)).toMatchObject({
      badge: "1",
      level: "notice",
      findings: ["error connection-error 212?", "error nothing-selected?", NOTICE],
      notify: [],
      nextCheckSeconds: MINUTE,
    });
    expect(replay.wait(14).answer(blind).findings[1]).toBe("error nothing-selected?");
    expect(replay.wait(1).answer(blind)).toMatchObject({
      findings: ["error connection-error 212", "error nothing-selected", NOTICE],
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
    expect(replay.answer(danas(UNCHECKED)).findings).toEqual(["error nothing-selected", NOTICE]);
  });

  it("is certain beside a connection that is known to be broken, of whose calendars nothing is known", () => {
    expect(new Replay().answer(danas(UNCHECKED, broken(outlook(212), REVOKED))).findings).toEqual([
      "error connection-error 212",
      "error nothing-selected",
      NOTICE,
    ]);
  });

  it("is suspected beside an entry that can't be read", () => {
    expect(new Replay().answer(danas(UNCHECKED, null)).findings).toEqual([
      "error connection-error null?",
      "error nothing-selected?",
      NOTICE,
    ]);
  });

  it("is not said where no calendar is known", () => {
    expect(new Replay().answer(danas(broken(outlook(212), REVOKED))).findings).not.toContain(
      "error nothing-selected",
    );
  });

  it("is judged by last-known calendars of a broken connection", () => {
    const replay = after(danas(UNCHECKED));
    expect(replay.answer(answerOf([broken(UNCHECKED, REVOKED)], { externalId: DANA })).findings).toEqual([
      "error connection-error 135",
      "error destination-broken",
      "error nothing-selected",
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
      "error nothing-selected",
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

describe("a calendar that is not selected", () => {
  it("is a warning when the provider calls it primary, else a notice", () => {
    const shown = new Replay().answer(
      danas(google(135, calendar(DANA), unselected("a"), unselected("b", { primary: true }))),
    );
    expect(shown.findings).toEqual(["warning not-selected 135 b", "notice not-selected 135 a"]);
    expect(shown.notify).toEqual(["not-selected 135 b"]);
  });

  it("has lost its selection when it was selected before, whoever lost it", () => {
    const replay = after(danas(google(135, primary(DANA), calendar("team"))));
    const lost = danas(google(135, primary(DANA), unselected("team")));
    expect(replay.answer(lost)).toMatchObject({
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

  it("and read-only has two findings and is one on the badge", () => {
    const shown = new Replay().answer(danas(google(135, primary(DANA), unselected("x", { readOnly: true }))));
    expect(shown.findings).toEqual(["notice not-selected 135 x", "notice read-only 135 x"]);
    expect(shown.badge).toBe("1");
  });
});
