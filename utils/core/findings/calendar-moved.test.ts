import { describe, expect, it } from "vitest";
import {
  answerOf,
  broken,
  calendar,
  danas,
  destination,
  google,
  type Json,
  outlook,
  primary,
  REVOKED,
} from "../../../tests/fixtures/bodies.ts";
import { after, calendarOf, MINUTE } from "../../../tests/support/unit/replay.ts";

const MAIN = primary("main");
const named = (externalId: string, name: string, flags: Json = {}) =>
  calendar(externalId, { name, ...flags });
const off = { isSelected: false };
/** Her Outlook with these beside the main calendar; bookings go elsewhere. */
const list = (...calendars: unknown[]) => danas(google(135), outlook(212, MAIN, ...calendars));
const OLD = named("old", "Work");
const NEW = named("new", "Work");
const NEW_OFF = named("new", "Work", off);

describe("a calendar that has another id than before", () => {
  it("by its name, and is still checked, has nothing", () => {
    const replay = after(list(OLD));
    expect(replay.answer(list(NEW))).toMatchObject({ state: "ok", findings: [], notify: [] });
    expect(replay.wait(5 * MINUTE).answer(list(NEW))).toMatchObject({ findings: [], notify: [] });
  });

  it("by its name, and is checked no more, has perhaps moved, and has when that is said again", () => {
    const replay = after(list(OLD));
    expect(replay.answer(list(NEW_OFF))).toMatchObject({
      badge: "",
      findings: ["warning calendar-moved 212 new?"],
      notify: [],
      nextCheckSeconds: MINUTE,
    });
    expect(replay.wait(5 * MINUTE).answer(list(NEW_OFF))).toMatchObject({
      badge: "1",
      level: "warning",
      findings: ["warning calendar-moved 212 new"],
      notify: ["calendar-moved 212 new"],
    });
    expect(replay.wait(MINUTE).answer(list(NEW))).toMatchObject({
      findings: [],
      notify: ["recovered calendar-moved 212 new"],
    });
  });

  it("and is checked again before that is sure, had nothing", () => {
    const replay = after(list(OLD), list(NEW_OFF));
    expect(replay.answer(list(NEW))).toMatchObject({ findings: [], notify: [] });
  });

  it("by being the main one has moved under whatever name", () => {
    const outlooks = (of: unknown) => danas(google(135), outlook(212, of));
    const replay = after(outlooks(primary("m", { name: "Calendar" })));
    expect(replay.answer(outlooks(primary("m-2", { name: "Kalender", ...off }))).findings).toEqual([
      "warning calendar-moved 212 m-2?",
    ]);
  });

  it("has its name whatever blanks are around it", () => {
    expect(after(list(named("old", " Work "))).answer(list(named("new", "Work\t"))).findings).toEqual([]);
  });

  it("takes its marks with it", () => {
    const replay = after(list(named("old", "Work", { readOnly: true })));
    replay.expect("read-only", calendarOf(212, "old"));
    expect(replay.answer(list(named("new", "Work", { readOnly: true })))).toMatchObject({
      badge: "",
      findings: ["notice read-only 212 new (expected)"],
    });
    expect(replay.answer(list(NEW)).findings).toEqual([]);
    expect(replay.answer(list(named("new", "Work", { readOnly: true }))).findings).toEqual([
      "notice read-only 212 new (expected)",
    ]);
  });

  it("is known to be read-only only while it has perhaps moved, as it was before", () => {
    const replay = after(list(named("old", "Work", { readOnly: true })));
    expect(replay.answer(list(NEW_OFF)).findings).toEqual([
      "warning calendar-moved 212 new?",
      "notice read-only 212 new",
    ]);
  });

  it("is doubted anew when it moves on before that is sure", () => {
    const replay = after(list(OLD), list(NEW_OFF));
    const newer = list(named("newer", "Work", off));
    expect(replay.answer(newer).findings).toEqual(["warning calendar-moved 212 newer?"]);
    expect(replay.wait(5 * MINUTE).answer(newer).findings).toEqual(["warning calendar-moved 212 newer"]);
  });

  it("is not selected, as expected, once that is accepted", () => {
    const replay = after(list(OLD), list(NEW_OFF), list(NEW_OFF));
    expect(replay.expect("calendar-moved", calendarOf(212, "new")).findings).toEqual([
      "notice not-selected 212 new (expected)",
    ]);
    expect(replay.answer(list(NEW_OFF)).findings).toEqual(["notice not-selected 212 new (expected)"]);
  });

  it("has lost its selection, as before, when it had lost that for sure", () => {
    const lost = list(named("old", "Work", off));
    const bookedThere = (body: Json): Json => ({
      ...body,
      data: { ...(body.data as Json), destinationCalendar: destination("old", "office365_calendar") },
    });
    const replay = after(bookedThere(list(OLD)), bookedThere(lost), bookedThere(lost));
    expect(replay.answer(list(NEW_OFF)).findings).toContain("warning selection-lost 212 new");
  });

  it("is not told again what was told of it before", () => {
    const bookedIn = (id: string, of: unknown) =>
      answerOf([google(135), outlook(212, calendar("o"), of)], destination(id, "office365_calendar"));
    const replay = after(bookedIn("old", primary("old", { name: "Work", ...off })));
    expect(replay.answer(bookedIn("new", primary("new", { name: "Work", ...off })))).toMatchObject({
      findings: ["warning not-selected 212 new"],
      notify: [],
    });
  });

  it("keeps that through a break of its connection", () => {
    const replay = after(list(OLD), list(NEW_OFF), list(NEW_OFF));
    expect(replay.answer(danas(google(135), broken(outlook(212), REVOKED))).findings).toEqual([
      "error connection-error 212",
    ]);
    expect(replay.answer(list(NEW_OFF))).toMatchObject({
      findings: ["warning calendar-moved 212 new"],
      notify: ["recovered connection-error 212"],
    });
  });
});

describe("a calendar that bookings are added to and that has another id than before", () => {
  const bookedIn = (externalId: string, ...calendars: unknown[]) =>
    answerOf([outlook(212, MAIN, ...calendars)], destination(externalId, "office365_calendar"));

  it("is the remembered destination under its new id", () => {
    const replay = after(bookedIn("old", OLD));
    expect(replay.answer(bookedIn("new", NEW))).toMatchObject({ findings: [], notify: [] });
  });

  it("has the destination put back there, not where it was", () => {
    const replay = after(bookedIn("old", OLD));
    expect(replay.answer(bookedIn("main", NEW)).notify).toEqual(["destination-changed"]);
    expect(replay.answer(bookedIn("new", NEW))).toMatchObject({
      findings: [],
      notify: ["recovered destination-changed"],
    });
  });

  it("is told once it is sure, beside what became of the destination", () => {
    const replay = after(bookedIn("old", OLD));
    expect(replay.answer(bookedIn("main", NEW_OFF))).toMatchObject({
      findings: ["warning calendar-moved 212 new?", "warning destination-changed?"],
      notify: [],
    });
    expect(replay.wait(5 * MINUTE).answer(bookedIn("main", NEW_OFF)).notify).toEqual([
      "calendar-moved 212 new",
      "destination-changed",
    ]);
  });

  it("has moved though it was never checked, and stays unchecked without a word", () => {
    const replay = after(bookedIn("old", named("old", "Work", off)));
    replay.expect("not-selected", calendarOf(212, "old"));
    expect(replay.answer(bookedIn("new", NEW_OFF)).findings).toEqual([
      "notice not-selected 212 new (expected)",
    ]);
  });
});
