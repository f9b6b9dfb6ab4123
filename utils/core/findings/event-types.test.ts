import { describe, expect, it } from "vitest";
import {
  ALONE,
  answerOf,
  BOTH,
  broken,
  calendar,
  DANA,
  danas,
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
  unselected,
} from "../../../tests/fixtures/bodies.ts";
import { eventTypeOf, HOUR, MINUTE, Replay } from "../../../tests/support/unit/replay.ts";

const BROKEN = "event-type-destination-broken";
const READ_ONLY = "event-type-destination-read-only";
const BLIP = danas(google(135), broken(outlook(212)));
const IN_OUTLOOK = eventTypesOf(eventType(11, OFFICE, "office365_calendar"), plainEventType(12));

/** Dana's two connections, and one event type whose bookings go to Outlook. */
function begun(list: Json = BOTH, types: Json = IN_OUTLOOK): Replay {
  const replay = new Replay();
  replay.both(list, types);
  return replay.wait(30 * MINUTE);
}

/** Of an event type, as they are told in short. */
const aboutEventTypes = (findings: readonly string[]) => findings.filter((one) => one.includes("event-type"));

describe("the calendar of an event type", () => {
  it("is right where a connection that works lists it, whether it is checked or not", () => {
    expect(new Replay().both(BOTH, IN_OUTLOOK).findings).toEqual([]);
    const other = danas(google(135, primary(DANA), unselected("team")));
    const shown = new Replay().both(other, eventTypesOf(eventType(11, "team")));
    expect(aboutEventTypes(shown.findings)).toEqual([]);
  });

  it("is no matter where an event type has none of its own", () => {
    expect(new Replay().both(ALONE, eventTypesOf(plainEventType(11))).findings).toEqual([]);
  });

  it("is as surely broken as its connection", () => {
    const replay = begun();
    const doubted = replay.both(BLIP, IN_OUTLOOK);
    expect(doubted.findings).toContain(`error ${BROKEN} 11?`);
    expect(doubted.notify).toEqual([]);
    const sure = replay.wait(5 * MINUTE).both(BLIP, IN_OUTLOOK);
    expect(sure.findings).toContain(`error ${BROKEN} 11`);
    expect(sure.notify).toEqual(["connection-error 212", `${BROKEN} 11`]);
    expect(begun().both(REVOKED_212, IN_OUTLOOK).findings).toContain(`error ${BROKEN} 11`);
  });

  it("is doubted for five minutes where it is found nowhere, in a first answer too", () => {
    const replay = new Replay();
    const nowhere = eventTypesOf(eventType(11, "gone@example.com"));
    expect(replay.both(BOTH, nowhere)).toMatchObject({
      findings: [`error ${BROKEN} 11?`],
      notify: [],
      nextCheckSeconds: 60,
    });
    expect(replay.wait(299).both(BOTH, nowhere).findings).toEqual([`error ${BROKEN} 11?`]);
    expect(replay.wait(1).both(BOTH, nowhere)).toMatchObject({
      badge: "1",
      level: "error",
      findings: [`error ${BROKEN} 11`],
      notify: [`${BROKEN} 11`],
    });
  });

  it("is doubted where its connection is missing, or lists it no more", () => {
    expect(begun().both(ALONE, IN_OUTLOOK).findings).toContain(`error ${BROKEN} 11?`);
    const withTeam = danas(google(135, primary(DANA), calendar("team")));
    const types = eventTypesOf(eventType(11, "team"));
    expect(begun(withTeam, types).both(ALONE, types).findings).toContain(`error ${BROKEN} 11?`);
  });

  it("is not looked for by a credential, as Cal.com names none", () => {
    const unknown = danas(broken(google(135), REVOKED));
    const shown = new Replay().both(unknown, eventTypesOf(eventType(11, DANA)));
    expect(shown.findings).toContain(`error ${BROKEN} 11?`);
  });

  it("may be one that could not be read: then nothing is said", () => {
    const partly = danas(google(135), outlook(212, primary("AAother"), {}));
    expect(aboutEventTypes(new Replay().both(partly, IN_OUTLOOK).findings)).toEqual([]);
    expect(aboutEventTypes(begun().both(partly, IN_OUTLOOK).findings)).toEqual([]);
    const anyApp = eventTypesOf(eventType(11, "nowhere", ""));
    expect(aboutEventTypes(new Replay().both(partly, anyApp).findings)).toEqual([]);
    const inGoogle = eventTypesOf(eventType(11, "nowhere"));
    expect(aboutEventTypes(new Replay().both(partly, inGoogle).findings)).toEqual([`error ${BROKEN} 11?`]);
  });

  it("is read-only where it is so in every connection that lists it now", () => {
    const types = eventTypesOf(eventType(11, "team"));
    const team = (...readOnly: readonly boolean[]) =>
      answerOf(readOnly.map((each, index) => google(135 + index, calendar("team", { readOnly: each }))));
    const shown = new Replay().both(team(true, true), types);
    expect(shown.findings).toContain(`error ${READ_ONLY} 11`);
    expect(shown.notify).toContain(`${READ_ONLY} 11`);
    expect(aboutEventTypes(new Replay().both(team(true, false), types).findings)).toEqual([]);
  });

  it("that is read-only is not also broken, nor the other way round", () => {
    const types = eventTypesOf(eventType(11, OFFICE, "office365_calendar"));
    const readOnly = danas(google(135), outlook(212, primary(OFFICE, { readOnly: true })));
    const replay = begun(readOnly, types);
    expect(aboutEventTypes(replay.both(REVOKED_212, types).findings)).toEqual([`error ${BROKEN} 11`]);
    const back = replay.wait(MINUTE).both(readOnly, types);
    expect(aboutEventTypes(back.findings)).toEqual([`error ${READ_ONLY} 11`]);
  });

  it("that Cal.com does not rewrite is told also while a connection is in doubt", () => {
    const readOnly = danas(google(135, primary(DANA, { readOnly: true })), broken(outlook(212)));
    const shown = new Replay().both(readOnly, eventTypesOf(eventType(11, DANA)));
    expect(shown.findings).toContain(`error ${READ_ONLY} 11`);
    expect(shown.notify).toEqual([`${READ_ONLY} 11`]);
  });

  it("is judged of hidden event types too", () => {
    const hidden = { ...eventType(11, "gone"), hidden: true };
    expect(new Replay().both(BOTH, eventTypesOf(hidden)).findings).toEqual([`error ${BROKEN} 11?`]);
  });
});

describe("a hiccup of two minutes", () => {
  it("is not told", () => {
    const replay = begun();
    const told = [
      replay.both(BLIP, IN_OUTLOOK),
      replay.wait(MINUTE).both(BLIP, IN_OUTLOOK),
      replay.wait(MINUTE).answer(BOTH),
    ];
    expect(told.flatMap(({ notify }) => notify)).toEqual([]);
    expect(told.at(-1)?.findings).toEqual([]);
  });
});

describe("a check that reads no event types, or can't", () => {
  const unreadable = [
    undefined,
    null,
    "",
    { status: "error", error: { code: "NOT_FOUND", message: "Cannot GET /v2/event-types" } },
    { status: "success", data: {} },
  ];

  it("leaves what is said of them as it was", () => {
    for (const eventTypes of unreadable) {
      const replay = begun();
      const before = replay.both(BLIP, IN_OUTLOOK).findings;
      expect(replay.wait(MINUTE).both(BLIP, eventTypes).findings).toEqual(before);
      expect(aboutEventTypes(replay.wait(HOUR).both(BLIP, eventTypes).findings)).toEqual([
        `error ${BROKEN} 11?`,
      ]);
    }
  });

  it("ends what is broken when its calendar is there again, and tells of that at once", () => {
    const replay = begun();
    replay.both(REVOKED_212, IN_OUTLOOK);
    expect(replay.wait(MINUTE).answer(BOTH)).toMatchObject({
      findings: [],
      notify: ["recovered connection-error 212", `recovered ${BROKEN} 11`],
    });
  });

  it("ends nothing else", () => {
    const readOnly = danas(google(135), outlook(212, primary(OFFICE, { readOnly: true })));
    const replay = begun(readOnly);
    expect(aboutEventTypes(replay.answer(BOTH).findings)).toEqual([`error ${READ_ONLY} 11`]);
    expect(aboutEventTypes(replay.fail().findings)).toEqual([`error ${READ_ONLY} 11`]);
    const writable = replay.wait(MINUTE).both(BOTH, IN_OUTLOOK);
    expect(writable).toMatchObject({ findings: [], notify: [`recovered ${READ_ONLY} 11`] });
  });

  it("raises nothing", () => {
    const shown = begun().answer(REVOKED_212);
    expect(aboutEventTypes(shown.findings)).toEqual([]);
  });
});

describe("an event type", () => {
  it("that is deleted takes what is said of it along, and nobody is told that it has recovered", () => {
    const replay = begun();
    replay.both(REVOKED_212, IN_OUTLOOK);
    const deleted = replay.wait(MINUTE).both(REVOKED_212, eventTypesOf(plainEventType(12)));
    expect(aboutEventTypes(deleted.findings)).toEqual([]);
    expect(deleted.notify).toEqual([]);
    expect(replay.wait(MINUTE).answer(BOTH).notify).toEqual(["recovered connection-error 212"]);
  });

  it("that is not listed is not known to be deleted while some can't be read", () => {
    const replay = begun();
    const findings = replay.both(REVOKED_212, IN_OUTLOOK).findings;
    const partly = eventTypesOf(plainEventType(12), { title: "no id" });
    expect(replay.wait(MINUTE).both(REVOKED_212, partly).findings).toEqual(findings);
    const back = replay.wait(MINUTE).both(BOTH, partly);
    expect(back.notify).toContain(`recovered ${BROKEN} 11`);
  });

  it("whose calendar can't be read stays as it was", () => {
    const replay = begun();
    const findings = replay.both(REVOKED_212, IN_OUTLOOK).findings;
    const unread = eventTypesOf({ ...plainEventType(11), destinationCalendar: "?" }, plainEventType(12));
    expect(replay.wait(MINUTE).both(REVOKED_212, unread).findings).toEqual(findings);
    expect(aboutEventTypes(replay.wait(MINUTE).both(ALONE, unread).findings)).toEqual([`error ${BROKEN} 11`]);
    expect(replay.wait(MINUTE).both(BOTH, unread).notify).toContain(`recovered ${BROKEN} 11`);
  });

  it("can be marked as expected, and is one of those that are counted and put in order", () => {
    const replay = begun();
    replay.both(REVOKED_212, IN_OUTLOOK);
    const marked = replay.expect(BROKEN, eventTypeOf(11));
    expect(marked.badge).toBe("1");
    expect(marked.findings).toEqual(["error connection-error 212", `error ${BROKEN} 11 (expected)`]);
    expect(replay.wait(MINUTE).answer(BOTH).notify).toEqual(["recovered connection-error 212"]);
  });

  it("is told of together with all others of its answer", () => {
    const types = eventTypesOf(...[13, 11, 2].map((id) => eventType(id, OFFICE, "office365_calendar")));
    const shown = begun(BOTH, types).both(REVOKED_212, types);
    // By the text that is printed of each.
    expect(shown.notify).toEqual(["connection-error 212", `${BROKEN} 11`, `${BROKEN} 13`, `${BROKEN} 2`]);
    expect(shown.badge).toBe("4");
  });
});
