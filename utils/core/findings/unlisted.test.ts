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

const HOLIDAYS = "de.german#holiday@group.v.calendar.google.com";
const BIRTHDAYS = "addressbook#contacts@group.v.calendar.google.com";
const WITHOUT = danas(google(135, primary(DANA)));

describe.each([HOLIDAYS, BIRTHDAYS])("Google's own %s, which Cal.com lists no more,", (externalId) => {
  it("is not gone when it is missing, though it was selected", () => {
    const replay = after(danas(google(135, primary(DANA), calendar(externalId, { readOnly: true }))));
    expect(replay.answer(WITHOUT)).toMatchObject({
      state: "ok",
      findings: [],
      notify: [],
      nextCheckSeconds: 30 * MINUTE,
    });
    expect(replay.wait(5 * MINUTE).answer(WITHOUT)).toMatchObject({ findings: [], notify: [] });
  });

  it("is forgotten with its marks", () => {
    const body = danas(google(135, primary(DANA), unselected(externalId)));
    const replay = after(body);
    replay.expect("not-selected", calendarOf(135, externalId));
    replay.answer(WITHOUT);
    expect(replay.answer(body).findings).toEqual([`notice not-selected 135 ${externalId}`]);
  });

  it("is judged like any other as long as it is listed", () => {
    const replay = after(danas(google(135, primary(DANA), calendar(externalId))));
    const lost = danas(google(135, primary(DANA), unselected(externalId)));
    expect(replay.answer(lost).findings).toEqual([`warning selection-lost 135 ${externalId}?`]);
  });
});

describe("a calendar that Cal.com lists no more", () => {
  it("is still there while one of its connection can't be read", () => {
    const replay = after(danas(google(135, primary(DANA), unselected(HOLIDAYS))));
    expect(replay.answer(danas(google(135, primary(DANA), null))).findings).toEqual([
      `notice not-selected 135 ${HOLIDAYS}`,
    ]);
  });

  it("does not move", () => {
    const replay = after(danas(google(135, primary(DANA), calendar(HOLIDAYS, { name: "Holidays" }))));
    const other = danas(google(135, primary(DANA), unselected("x", { name: "Holidays" })));
    expect(replay.answer(other).findings).toEqual(["notice not-selected 135 x"]);
  });

  it("keeps no other from having moved", () => {
    const replay = after(
      danas(google(135, primary(DANA), calendar(HOLIDAYS), calendar("a", { name: "Team" }))),
    );
    const moved = danas(google(135, primary(DANA), calendar("b", { name: "Team" })));
    expect(replay.answer(moved).findings).toEqual([]);
  });

  it("need not be listed by a connection that stands for its own", () => {
    const before = { ...outlook(20, calendar(DANA), calendar(HOLIDAYS)), primary: null };
    const again = { ...outlook(21, calendar(DANA)), primary: null };
    const replay = after(danas(before), danas(broken(before, REVOKED)));
    expect(replay.answer(danas(again)).findings).not.toContain("warning connection-gone 20?");
    expect(replay.answer(danas(again)).findings).not.toContain(`warning calendar-gone 21 ${HOLIDAYS}?`);
  });

  it("is known by the end of its id, not by a part of it", () => {
    const id = `${HOLIDAYS}.example.com`;
    const replay = after(danas(google(135, primary(DANA), calendar(id))));
    expect(replay.answer(WITHOUT).findings).toEqual([`warning calendar-gone 135 ${id}?`]);
  });
});
