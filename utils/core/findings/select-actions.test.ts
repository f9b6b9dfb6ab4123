import { describe, expect, it } from "vitest";
import {
  broken,
  calendar,
  DANA,
  danas,
  delegated,
  google,
  ORGANISATION,
  outlook,
  primary,
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { after, calendarOf, MINUTE } from "../../../tests/support/unit/replay.ts";

const TEAM = { externalId: "team", credentialId: 135 };
const ON = danas(google(135, primary(DANA), calendar("team", { primary: true })));
const OFF = danas(google(135, primary(DANA), unselected("team", { primary: true })));

describe("a calendar that was unselected from here", () => {
  it("changes nothing by itself", () => {
    const replay = after(ON);
    expect(replay.do({ unselect: TEAM })).toMatchObject({
      state: "ok",
      findings: [],
      notify: [],
      nextCheckSeconds: 0,
    });
  });

  it("is not selected, which is expected, and not lost", () => {
    const replay = after(ON);
    replay.do({ unselect: TEAM });
    expect(replay.answer(OFF)).toMatchObject({
      badge: "",
      findings: ["warning not-selected 135 team (expected)"],
      notify: [],
    });
    expect(replay.wait(MINUTE).answer(OFF).notify).toEqual([]);
  });

  it("may show the old state for a while: Cal.com caches answers", () => {
    const replay = after(ON);
    replay.do({ unselect: TEAM });
    expect(replay.wait(14.999).answer(ON).findings).toEqual([]);
    expect(replay.wait(MINUTE).answer(OFF)).toMatchObject({
      findings: ["warning not-selected 135 team (expected)"],
      notify: [],
    });
  });

  it("was not unselected after all when an answer 15 s later still shows it selected", () => {
    const replay = after(ON);
    replay.do({ unselect: TEAM });
    replay.wait(15).answer(ON);
    expect(replay.wait(MINUTE).answer(OFF).findings).toEqual(["warning selection-lost 135 team?"]);
    expect(replay.wait(5 * MINUTE).answer(OFF)).toMatchObject({
      findings: ["warning selection-lost 135 team"],
      notify: ["selection-lost 135 team"],
    });
  });

  it("was shown once: losing it again after it was selected is another matter", () => {
    const replay = after(ON);
    replay.do({ unselect: TEAM });
    replay.answer(OFF);
    replay.wait(1).answer(ON);
    expect(replay.wait(1).answer(OFF).findings).toEqual(["warning selection-lost 135 team?"]);
  });

  it("is waited for through failures and while its connection is broken", () => {
    const replay = after(danas(google(135), outlook(212, primary("o"), calendar("team"))));
    replay.do({ unselect: { externalId: "team", credentialId: 212 } });
    replay.wait(20).fail();
    replay.wait(20).answer(danas(google(135), broken(outlook(212))));
    const off = danas(google(135), outlook(212, primary("o"), unselected("team")));
    expect(replay.wait(20).answer(off).findings).toEqual(["notice not-selected 212 team (expected)"]);
  });

  it("tells of what results: nothing is selected", () => {
    const replay = after(danas(google(135)));
    replay.do({ unselect: { externalId: DANA, credentialId: 135 } });
    expect(replay.answer(danas(google(135, primary(DANA, { isSelected: false }))))).toMatchObject({
      findings: [`warning not-selected 135 ${DANA} (expected)`, "warning nothing-selected"],
      notify: ["nothing-selected"],
    });
  });

  it("makes it expected that its connection is unchecked", () => {
    const replay = after(danas(google(135), outlook(212)));
    replay.do({ unselect: { externalId: DANA, credentialId: 135 } });
    expect(replay.answer(danas(google(135, unselected(DANA)), outlook(212)))).toMatchObject({
      badge: "",
      findings: ["warning connection-unchecked 135 (expected)", `notice not-selected 135 ${DANA} (expected)`],
      notify: [],
    });
  });

  it("makes that expected also when it shows later, since nothing at all was selected first", () => {
    const replay = after(danas(google(135), outlook(212, primary("o", { isSelected: false }))));
    replay.do({ unselect: { externalId: DANA, credentialId: 135 } });
    const none = danas(google(135, unselected(DANA)), outlook(212, primary("o", { isSelected: false })));
    expect(replay.answer(none).findings).toContain("warning nothing-selected");
    const other = danas(google(135, unselected(DANA)), outlook(212, primary("o")));
    expect(replay.answer(other)).toMatchObject({
      badge: "",
      findings: ["warning connection-unchecked 135 (expected)", `notice not-selected 135 ${DANA} (expected)`],
    });
  });

  it("makes nothing expected of a connection that was unchecked by somebody else", () => {
    const replay = after(danas(google(135, primary(DANA), calendar("team")), outlook(212)));
    replay.do({ unselect: TEAM });
    const off = danas(google(135, unselected(DANA), unselected("team")), outlook(212));
    expect(replay.answer(off).findings).toEqual([
      `warning selection-lost 135 ${DANA}?`,
      "notice not-selected 135 team (expected)",
    ]);
    expect(replay.wait(5 * MINUTE).answer(off).notify).toEqual([
      "connection-unchecked 135",
      `selection-lost 135 ${DANA}`,
    ]);
  });

  it("is no news when it vanishes and comes back unselected", () => {
    const replay = after(ON);
    replay.do({ unselect: TEAM });
    replay.answer(OFF);
    replay.wait(MINUTE).answer(danas(google(135)));
    expect(replay.wait(MINUTE).answer(OFF)).toMatchObject({
      findings: ["warning not-selected 135 team (expected)"],
      notify: [],
    });
  });

  it("is another one when the credential or the externalId is unknown", () => {
    const replay = after(ON);
    replay.do({ unselect: { ...TEAM, credentialId: 136 } });
    replay.do({ unselect: { ...TEAM, externalId: "other" } });
    replay.do({ unselect: { ...TEAM, delegationCredentialId: ORGANISATION } });
    expect(replay.answer(OFF).findings).toEqual(["warning selection-lost 135 team?"]);
  });

  it("may be of an organisation's connection", () => {
    const on = delegated(google(0, primary(DANA), calendar("team")));
    const off = delegated(google(0, primary(DANA), unselected("team")));
    const replay = after(danas(on));
    replay.do({ unselect: { externalId: "team", credentialId: -1, delegationCredentialId: ORGANISATION } });
    expect(replay.answer(danas(off)).findings).toEqual([
      `notice not-selected -1/${ORGANISATION} team (expected)`,
    ]);
  });
});

describe("a calendar that was selected from here", () => {
  it("that was only suspected to have lost its selection never had", () => {
    const replay = after(ON, OFF);
    replay.do({ select: TEAM });
    expect(replay.answer(ON)).toMatchObject({ findings: [], notify: [] });
  });

  it("is selected when an answer shows it", () => {
    const replay = after(OFF);
    expect(replay.do({ select: TEAM }).findings).toEqual(["warning not-selected 135 team"]);
    expect(replay.answer(ON)).toMatchObject({
      findings: [],
      notify: ["recovered not-selected 135 team"],
    });
  });

  it("that had lost its selection has recovered", () => {
    const replay = after(ON, OFF, OFF);
    replay.do({ select: TEAM });
    expect(replay.answer(ON).notify).toEqual(["recovered selection-lost 135 team"]);
  });

  it("stays not selected when no answer shows it", () => {
    const replay = after(OFF);
    replay.do({ select: TEAM });
    expect(replay.answer(OFF).findings).toEqual(["warning not-selected 135 team"]);
    expect(replay.wait(20).answer(OFF)).toMatchObject({
      findings: ["warning not-selected 135 team"],
      notify: [],
    });
  });

  it("keeps its mark for the time when it is unselected again", () => {
    const replay = after(OFF);
    replay.expect("not-selected", calendarOf(135, "team"));
    replay.do({ select: TEAM });
    replay.answer(ON);
    replay.do({ unselect: TEAM });
    expect(replay.wait(1).answer(OFF)).toMatchObject({
      findings: ["warning not-selected 135 team (expected)"],
      badge: "",
      notify: [],
    });
  });
});
