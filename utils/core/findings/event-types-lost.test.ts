import { describe, expect, it } from "vitest";
import {
  ALONE,
  BLIP_212,
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
} from "../../../tests/fixtures/bodies.ts";
import { connectionOf, DAY, eventTypeOf, HOUR, MINUTE, Replay } from "../../../tests/support/unit/replay.ts";

const BROKEN = "event-type-destination-broken";
const READ_ONLY = "event-type-destination-read-only";
const LOST = "event-type-destination-lost";
const TYPE = "office365_calendar";
const IN_OUTLOOK = eventTypesOf(eventType(11, OFFICE, TYPE));
const NONE = eventTypesOf(plainEventType(11));

function begun(list: Json = BOTH, types: Json = IN_OUTLOOK): Replay {
  const replay = new Replay();
  replay.both(list, types);
  return replay.wait(30 * MINUTE);
}

const aboutEventTypes = (all: readonly string[]) => all.filter((one) => one.includes("event-type"));

/** The connection is gone, and with it what the event type had; told, and so sure. */
function lost(): Replay {
  const replay = begun();
  replay.both(ALONE, NONE);
  replay.wait(5 * MINUTE).both(ALONE, NONE);
  return replay.wait(30 * MINUTE);
}

describe("an event type that has lost its calendar", () => {
  it("is doubted at first, and told after five minutes", () => {
    const replay = begun();
    const doubted = replay.both(ALONE, NONE);
    expect(aboutEventTypes(doubted.findings)).toEqual([`warning ${LOST} 11?`]);
    expect(doubted.notify).toEqual([]);
    expect(replay.wait(299).both(ALONE, NONE).findings).toContain(`warning ${LOST} 11?`);
    const sure = replay.wait(1).both(ALONE, NONE);
    expect(sure.findings).toContain(`warning ${LOST} 11`);
    expect(sure.notify).toEqual(["connection-gone 212", `${LOST} 11`]);
  });

  it("has lost it to a connection that broke", () => {
    const replay = begun();
    replay.answer(REVOKED_212);
    expect(replay.wait(HOUR).both(REVOKED_212, NONE).findings).toContain(`warning ${LOST} 11?`);
  });

  it("has lost it to a connection that broke in the answer of the same check", () => {
    expect(begun().both(REVOKED_212, NONE).findings).toContain(`warning ${LOST} 11?`);
  });

  it("has lost it to one that went in a check without event types", () => {
    const replay = begun();
    replay.answer(ALONE);
    replay.wait(5 * MINUTE).answer(ALONE);
    replay.expect("connection-gone", connectionOf(212));
    expect(replay.wait(HOUR).both(ALONE, NONE).findings).toEqual([`warning ${LOST} 11?`]);
  });

  it("has lost it to a connection that never worked and went", () => {
    const types = eventTypesOf(eventType(11, "elsewhere", TYPE));
    const replay = begun(BLIP_212, types);
    expect(aboutEventTypes(replay.both(ALONE, NONE).findings)).toEqual([`warning ${LOST} 11?`]);
  });

  it("has lost it to one whose place another took", () => {
    const replay = begun();
    replay.both(danas(google(135), broken(outlook(212), REVOKED), outlook(301)), IN_OUTLOOK);
    const removed = replay.wait(HOUR).both(danas(google(135), outlook(301)), NONE);
    expect(removed.findings).toEqual([`warning ${LOST} 11?`]);
    expect(aboutEventTypes(removed.notify)).toEqual([]);
  });

  it("has lost it when another was added beside the one that fails, and that was not told", () => {
    const replay = begun();
    replay.answer(danas(google(135), broken(outlook(212)), outlook(301)));
    const shown = replay.wait(MINUTE).both(danas(google(135), outlook(212), outlook(301)), NONE);
    expect(aboutEventTypes(shown.findings)).toEqual([`warning ${LOST} 11?`]);
  });

  it("has not lost it to another that has stood beside it all the time", () => {
    const beside = danas(google(135), broken(outlook(212), REVOKED), outlook(301));
    const replay = begun();
    replay.answer(beside);
    replay.wait(HOUR).both(beside, IN_OUTLOOK);
    expect(aboutEventTypes(replay.wait(HOUR).both(beside, NONE).findings)).toEqual([]);
  });

  it("of an account that the web app takes the app's calendars from with another account", () => {
    const twoOutlooks = danas(google(135), outlook(212), outlook(213, primary("AAother")));
    const types = eventTypesOf(
      eventType(11, OFFICE, TYPE),
      eventType(12, "AAother", TYPE),
      eventType(13, DANA),
    );
    const replay = begun(twoOutlooks, types);
    const after = eventTypesOf(plainEventType(11), plainEventType(12), eventType(13, DANA));
    replay.both(BOTH, after);
    const sure = replay.wait(5 * MINUTE).both(BOTH, after);
    expect(aboutEventTypes(sure.findings)).toEqual([`warning ${LOST} 11`, `warning ${LOST} 12`]);
    expect(sure.notify).toEqual(["connection-gone 213", `${LOST} 11`, `${LOST} 12`]);
  });

  it("takes the place of what was said of it, without a word of recovery", () => {
    const replay = begun();
    replay.both(REVOKED_212, IN_OUTLOOK);
    const shown = replay.wait(MINUTE).both(ALONE, NONE);
    expect(aboutEventTypes(shown.findings)).toEqual([`warning ${LOST} 11?`]);
    expect(shown.notify).toEqual([]);
    const sure = replay.wait(5 * MINUTE).both(ALONE, NONE);
    expect(sure.notify).toContain(`${LOST} 11`);
  });

  it("stays so while event types are not read", () => {
    expect(lost().answer(BOTH).findings).toContain(`warning ${LOST} 11`);
  });

  it("has recovered when it has one again, whichever", () => {
    expect(lost().both(BOTH, IN_OUTLOOK).notify).toContain(`recovered ${LOST} 11`);
    const other = lost().both(ALONE, eventTypesOf(eventType(11, DANA)));
    expect(aboutEventTypes(other.findings)).toEqual([]);
    expect(aboutEventTypes(other.notify)).toEqual([`recovered ${LOST} 11`]);
  });

  it("is not told to have recovered when that was never told", () => {
    const replay = begun();
    replay.both(ALONE, NONE);
    expect(replay.wait(2 * MINUTE).both(BOTH, IN_OUTLOOK)).toMatchObject({ findings: [], notify: [] });
  });

  it("is as it is to be once that is accepted, also while it is in doubt", () => {
    const sure = lost();
    expect(aboutEventTypes(sure.expect(LOST, eventTypeOf(11)).findings)).toEqual([]);
    expect(aboutEventTypes(sure.wait(MINUTE).both(ALONE, NONE).findings)).toEqual([]);
    const doubted = begun();
    doubted.both(ALONE, NONE);
    expect(aboutEventTypes(doubted.expect(LOST, eventTypeOf(11)).findings)).toEqual([]);
    expect(aboutEventTypes(doubted.wait(MINUTE).both(ALONE, NONE).findings)).toEqual([]);
  });

  it("can lose the next one after that", () => {
    const replay = lost();
    replay.expect(LOST, eventTypeOf(11));
    replay.wait(MINUTE).both(BOTH, IN_OUTLOOK);
    replay.wait(MINUTE).both(ALONE, NONE);
    const sure = replay.wait(5 * MINUTE).both(ALONE, NONE);
    expect(sure.notify).toContain(`${LOST} 11`);
  });

  it("is accepted after thirty days", () => {
    const replay = lost();
    for (let day = 0; day < 29; day++) replay.wait(DAY).both(ALONE, NONE);
    expect(aboutEventTypes(replay.both(ALONE, NONE).findings)).toEqual([`warning ${LOST} 11`]);
    const shown = replay.wait(DAY).both(ALONE, NONE);
    expect(aboutEventTypes([...shown.findings, ...shown.notify])).toEqual([]);
    expect(aboutEventTypes(replay.wait(HOUR).both(ALONE, NONE).findings)).toEqual([]);
  });

  it("takes that along when it is deleted", () => {
    const shown = lost().both(ALONE, eventTypesOf());
    expect(aboutEventTypes([...shown.findings, ...shown.notify])).toEqual([]);
  });

  it("may be of an app that Cal.com does not name", () => {
    const url = "https://feeds.example/1.ics";
    const replay = begun(BOTH, eventTypesOf(eventType(11, url, "")));
    expect(aboutEventTypes(replay.both(ALONE, NONE).findings)).toEqual([`warning ${LOST} 11?`]);
  });
});

describe("what the person does with the calendar of an event type", () => {
  it("is no loss when it is taken away", () => {
    const replay = begun();
    expect(replay.both(BOTH, NONE)).toMatchObject({ findings: [], notify: [] });
    expect(aboutEventTypes(replay.wait(HOUR).both(ALONE, NONE).findings)).toEqual([]);
  });

  it("is no loss when a connection broke before it was last seen, or one of another app did", () => {
    const replay = begun();
    replay.both(REVOKED_212, IN_OUTLOOK);
    const taken = replay.wait(HOUR).both(REVOKED_212, NONE);
    expect(aboutEventTypes([...taken.findings, ...taken.notify])).toEqual([]);
    const other = begun(BOTH, eventTypesOf(eventType(11, DANA)));
    expect(aboutEventTypes(other.both(ALONE, NONE).findings)).toEqual([]);
  });

  it("is no loss after a hiccup that was over before anybody was told", () => {
    const replay = begun();
    replay.answer(BLIP_212);
    replay.wait(MINUTE).answer(BOTH);
    expect(replay.wait(HOUR).both(BOTH, NONE).findings).toEqual([]);
  });

  it("ends what was said of the one that is taken away, and is no recovery", () => {
    const readOnly = danas(google(135), outlook(212, primary(OFFICE, { readOnly: true })));
    const replay = begun(readOnly);
    const shown = replay.both(readOnly, NONE);
    expect(aboutEventTypes([...shown.findings, ...shown.notify])).toEqual([]);
    const back = replay.wait(HOUR).both(readOnly, IN_OUTLOOK);
    expect(aboutEventTypes(back.findings)).toEqual([`error ${READ_ONLY} 11`]);
    expect(back.notify).toEqual([]);
  });

  it("during a break is as good as any other: the new calendar is the one to have", () => {
    const replay = begun();
    replay.both(REVOKED_212, IN_OUTLOOK);
    const inGoogle = eventTypesOf(eventType(11, DANA));
    const changed = replay.wait(MINUTE).both(REVOKED_212, inGoogle);
    expect(aboutEventTypes(changed.findings)).toEqual([]);
    expect(changed.notify).toEqual([`recovered ${BROKEN} 11`]);
    const removed = replay.wait(HOUR).both(ALONE, NONE);
    expect(aboutEventTypes(removed.findings)).toEqual([]);
  });

  it("is no loss in a list that was never seen with one", () => {
    const replay = begun(BOTH, NONE);
    expect(aboutEventTypes(replay.both(ALONE, NONE).findings)).toEqual([]);
    expect(aboutEventTypes(new Replay().both(REVOKED_212, NONE).findings)).toEqual([]);
  });

  it("changes nothing while its calendar can't be read", () => {
    const unread = eventTypesOf({ ...plainEventType(11), destinationCalendar: [] });
    const replay = begun();
    replay.both(ALONE, unread);
    expect(aboutEventTypes(replay.wait(MINUTE).both(ALONE, NONE).findings)).toEqual([`warning ${LOST} 11?`]);
    expect(aboutEventTypes(new Replay().both(BOTH, unread).findings)).toEqual([]);
  });

  it("is to move bookings on when its calendar was moved", () => {
    const before = danas(google(135, primary(DANA), calendar("team", { name: "Team" })));
    const after = danas(google(135, primary(DANA), calendar("team-2", { name: "Team" })));
    const types = eventTypesOf(eventType(11, "team"));
    const replay = begun(before, types);
    expect(aboutEventTypes(replay.both(after, types).findings)).toEqual([`error ${BROKEN} 11?`]);
    const mended = replay.wait(MINUTE).both(after, eventTypesOf(eventType(11, "team-2")));
    expect(aboutEventTypes([...mended.findings, ...mended.notify])).toEqual([]);
  });
});
