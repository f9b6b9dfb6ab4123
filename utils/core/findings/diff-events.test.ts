import { describe, expect, it } from "vitest";
import {
  ALONE,
  answerOf,
  BLANK,
  BLIP_212,
  BOTH,
  broken,
  DANA,
  danas,
  delegated,
  destination,
  eventType,
  eventTypesOf,
  google,
  type Json,
  OFFICE,
  outlook,
  plainEventType,
  primary,
  REVOKED,
  REVOKED_212,
  rejection,
  unselected,
  without,
} from "../../../tests/fixtures/bodies.ts";
import { Story } from "../../../tests/support/unit/story.ts";
import type { Matches } from "./apply-action.ts";

const ofKind =
  (...kinds: string[]): Matches =>
  ({ kind }) =>
    kinds.includes(kind);

describe("a finding", () => {
  it("has come once it is confirmed, not while it is suspected, and recovers when it is seen right", () => {
    const story = Story.after(BOTH);
    expect(story.answer(BLIP_212)).toEqual([]);
    expect(story.answer(BLIP_212)).toEqual(["came error connection-error 212"]);
    expect(story.answer(BLIP_212)).toEqual([]);
    expect(story.answer(BOTH)).toEqual(["recovered error connection-error 212"]);
  });

  it("of an event type comes and goes like any other", () => {
    const line = (body: Json, ...types: Json[]) => ({
      status: 200,
      body,
      eventTypes: eventTypesOf(...types),
    });
    const inOutlook = eventType(11, OFFICE, "office365_calendar");
    const story = new Story();
    story.line(line(BOTH, inOutlook));
    expect(story.line(line(REVOKED_212, inOutlook))).toEqual([
      "came error connection-error 212",
      "came error event-type-destination-broken 11",
    ]);
    expect(story.answer(BOTH)).toEqual([
      "recovered error connection-error 212",
      "recovered error event-type-destination-broken 11",
    ]);
    expect(story.line(line(ALONE, plainEventType(11)))).toEqual([]);
    expect(story.line(line(ALONE, plainEventType(11)))).toEqual([
      "came warning connection-gone 212",
      "came warning event-type-destination-lost 11",
    ]);
    const lost = ofKind("event-type-destination-lost");
    expect(story.do({ action: "acknowledge", matches: lost })).toEqual([
      "ended warning event-type-destination-lost 11",
    ]);
  });

  it("that was only ever suspected has never happened", () => {
    const story = Story.after(BOTH, BLIP_212);
    expect(story.answer(BOTH)).toEqual([]);
  });

  it("comes again at another level", () => {
    const story = Story.after(danas(google(135)), answerOf([google(135)], destination("x")));
    expect(story.answer(answerOf([google(135)], BLANK))).toEqual([
      "came error destination-changed",
      `destination x to blank`,
      // Shown no more, but confirmed as ever.
    ]);
  });

  it("is not over while something worse covers it, nor new when it is seen again", () => {
    const story = Story.after(danas(google(135), outlook(212, primary(OFFICE), unselected("x"))));
    expect(story.answer(REVOKED_212)).toEqual(["came error connection-error 212"]);
    expect(story.answer(danas(google(135), outlook(212, primary(OFFICE), unselected("x"))))).toEqual([
      "recovered error connection-error 212",
    ]);
  });

  it("that is replaced by a worse one ends without recovery", () => {
    const story = Story.after(BOTH, REVOKED_212, ALONE);
    expect(story.answer(ALONE)).toEqual([
      "came warning connection-gone 212",
      "ended error connection-error 212",
    ]);
  });

  it("of the key comes and recovers", () => {
    const story = Story.after(BOTH);
    expect(story.line({ status: 401, body: rejection() })).toEqual(["came error key-rejected"]);
    expect(story.answer(BOTH)).toEqual(["recovered error key-rejected"]);
  });

  it("of a server that can't be reached comes with the failure that makes it so long", () => {
    const story = Story.after(BOTH);
    const told = Array.from({ length: 6 }, () => story.line({ network: "offline" }));
    expect(told.flat()).toEqual(["came warning unreachable"]);
    expect(story.answer(BOTH)).toEqual(["recovered warning unreachable"]);
  });
});

describe("a connection under another identity", () => {
  it("is the same one when it was connected again: only what was wrong with it is over", () => {
    const list = (id: number) => danas(google(id, primary(DANA), unselected("x")));
    const story = Story.after(list(135));
    expect(story.answer(list(136))).toEqual([]);
    const other = Story.after(list(135), danas(broken(google(135), REVOKED)));
    expect(other.answer(list(137))).toEqual([
      "recovered error connection-error 135",
      "recovered error destination-broken",
    ]);
  });

  it("has a selection that is compared with the one it had", () => {
    const story = Story.after(danas(google(135, primary(DANA), unselected("x")), outlook(212)));
    const again = danas(google(136, unselected(DANA, { primary: true }), unselected("x")), outlook(212));
    expect(story.answer(again)).toEqual([]);
    expect(story.answer(again)).toContain(`unselected 136 ${DANA}`);
  });

  it("goes on when a part of its name is there again", () => {
    const half = without(broken(delegated(google(135)), REVOKED), "delegationCredentialId");
    const whole = broken(delegated(google(135)), REVOKED);
    const story = Story.after(answerOf([half, outlook(212)], destination(OFFICE, "office365_calendar")));
    expect(story.answer(answerOf([whole, outlook(212)], destination(OFFICE, "office365_calendar")))).toEqual(
      [],
    );
  });
});

describe("a selection", () => {
  const list = (...calendars: unknown[]) => danas(google(135, primary(DANA), ...calendars));
  const on = list({ ...unselected("x"), isSelected: true });
  const off = list(unselected("x"));

  it("that is lost or found is told, beside what is thought of it, not while it is suspected", () => {
    const story = Story.after(on);
    expect(story.answer(off)).toEqual([]);
    expect(story.answer(off)).toEqual(["came warning selection-lost 135 x", "unselected 135 x"]);
    expect(story.answer(on)).toEqual(["recovered warning selection-lost 135 x", "selected 135 x"]);
  });

  it("that was only suspected to be lost was never changed", () => {
    expect(Story.after(on, off).answer(on)).toEqual([]);
  });

  it("that was changed from here is the person's", () => {
    const story = Story.after(on);
    const ref = { externalId: "x", credentialId: 135, delegationCredentialId: null };
    expect(story.do({ action: "unselect-calendar", ...ref })).toEqual([]);
    expect(story.answer(off)).toEqual(["came notice not-selected 135 x", "unselected 135 x by person"]);
  });

  it("of a new calendar, or of one that can't be seen, is none", () => {
    const story = Story.after(on, list(), danas(broken(google(135), REVOKED)));
    expect(story.answer(list(unselected("y"))).filter((one) => one.includes("selected 135"))).toEqual([
      "came notice not-selected 135 y",
    ]);
  });
});

describe("a destination", () => {
  it("that another one takes the place of is told from and to", () => {
    const story = Story.after(BOTH);
    const moved = answerOf([google(135), outlook(212)], destination(OFFICE, "office365_calendar"));
    expect(story.answer(moved)).toEqual([
      "came warning destination-changed",
      `destination ${DANA} to ${OFFICE}`,
    ]);
    expect(story.answer(BOTH)).toEqual([
      "recovered warning destination-changed",
      `destination ${OFFICE} to ${DANA}`,
    ]);
  });

  it("that was changed from here is the person's, and no finding", () => {
    const story = Story.after(BOTH);
    story.do({ action: "set-destination", integration: "office365_calendar", externalId: OFFICE });
    const moved = answerOf([google(135), outlook(212)], destination(OFFICE, "office365_calendar"));
    expect(story.answer(moved)).toEqual([`destination ${DANA} to ${OFFICE} by person`]);
  });

  it("that Cal.com rewrites for the time of a hiccup was never another, and is told with what confirms it", () => {
    const blank = answerOf([google(135), broken(outlook(212))], destination(OFFICE, "office365_calendar"));
    const story = Story.after(BOTH);
    expect(story.answer(blank)).toEqual([]);
    expect(story.answer(BOTH)).toEqual([]);
    expect(story.answer(blank)).toEqual([]);
    expect(story.answer(blank)).toEqual([
      "came error connection-error 212",
      "came error destination-broken",
      "came warning destination-changed",
      `destination ${DANA} to ${OFFICE}`,
    ]);
  });

  it("of the first answer is no change", () => {
    expect(new Story().answer(BOTH)).toEqual([]);
  });
});

describe("what the person does", () => {
  it("ends what is accepted, and no more than that", () => {
    const story = Story.after(BOTH, ALONE, ALONE);
    expect(story.do({ action: "acknowledge", matches: ofKind("connection-gone") })).toEqual([
      "ended warning connection-gone 212",
    ]);
    expect(story.answer(ALONE)).toEqual([]);
  });

  it("ends nothing that is only marked, nor when the mark is taken back", () => {
    const story = Story.after(BOTH, REVOKED_212);
    expect(story.do({ action: "acknowledge", matches: ofKind("connection-error") })).toEqual([]);
    expect(story.do({ action: "unacknowledge", matches: ofKind("connection-error") })).toEqual([]);
    expect(story.answer(BOTH)).toEqual(["recovered error connection-error 212"]);
  });

  it("turns a lost selection into one that is as it should be", () => {
    const list = (isSelected: boolean) =>
      danas(google(135, primary(DANA), { ...unselected("x"), isSelected }));
    const story = Story.after(list(true), list(false), list(false));
    expect(story.do({ action: "acknowledge", matches: ofKind("selection-lost") })).toEqual([
      "came notice not-selected 135 x",
      "ended warning selection-lost 135 x",
    ]);
  });
});
