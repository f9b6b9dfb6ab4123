import { describe, expect, test } from "vitest";
import {
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
} from "../../../tests/fixtures/bodies.ts";
import { Recorded } from "../../../tests/fixtures/recorded.ts";
import { forgetEventTypes } from "../../core/findings/forget-event-types.ts";
import { isCheck } from "../../core/model/checks-log.ts";
import { LOG_BOUNDS } from "../log/bounds.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const TYPE = "office365_calendar";

const team = google(135, primary(DANA), calendar("team"));
const office = outlook(212, primary(OFFICE));
const well = danas(team, office);
const revoked = danas(team, broken(office, REVOKED));
const alone = danas(team);
const types = eventTypesOf(eventType(4711, OFFICE, TYPE), eventType(4712, "team"), plainEventType(4713));
const taken = eventTypesOf(plainEventType(4711), eventType(4712, "team"), plainEventType(4713));

type Lines = [pause: number, body: Json, eventTypes?: unknown][];

/** What happened after event types were read the first time. */
const HISTORIES: Record<string, Lines> = {
  "a break": [[HOUR, revoked, types]],
  "a break that may pass": [[HOUR, danas(team, broken(office)), types]],
  "a break that did not pass": [
    [HOUR, danas(team, broken(office)), types],
    [5 * MINUTE, danas(team, broken(office)), types],
  ],
  "a calendar that is nowhere": [
    [HOUR, well, eventTypesOf(eventType(4711, "elsewhere", ""))],
    [5 * MINUTE, well, eventTypesOf(eventType(4711, "elsewhere", ""))],
  ],
  "a calendar that is read-only": [
    [HOUR, danas(google(135, primary(DANA), calendar("team", { readOnly: true })), office), types],
  ],
  "a calendar that is perhaps lost": [[HOUR, alone, taken]],
  "a calendar that is lost": [
    [HOUR, alone, taken],
    [5 * MINUTE, alone, taken],
  ],
  "one that is lost beside a connection that was added again": [
    [HOUR, danas(team, broken(office, REVOKED), outlook(301, primary(OFFICE))), types],
    [HOUR, danas(team, outlook(301, primary(OFFICE))), taken],
    [5 * MINUTE, danas(team, outlook(301, primary(OFFICE))), taken],
  ],
  "one that is deleted": [[HOUR, revoked, eventTypesOf(eventType(4712, "team"))]],
  "some that can't be read": [
    [HOUR, revoked, types],
    [HOUR, revoked, eventTypesOf({}, { ...plainEventType(4711), destinationCalendar: "?" })],
  ],
};

function livedThrough(recorded: Recorded, lines: Lines): Recorded {
  for (const [pause, body, eventTypes] of lines) {
    recorded.wait(pause).line({ status: 200, body, ...(eventTypes !== undefined && { eventTypes }) });
  }
  return recorded;
}

const begun = () => livedThrough(new Recorded(), [[0, well, types]]);

/** The same list so often that what was before it is not in the log any more. */
function goneOn(recorded: Recorded, body: Json): Recorded {
  const lines = Array.from({ length: LOG_BOUNDS.checks + 3 }, (): Lines[number] => [30 * MINUTE, body]);
  return livedThrough(recorded, lines);
}

const aboutEventTypes = (findings: unknown[]) => findings.filter((one) => String(one).includes("event-type"));

describe.each(Object.entries(HISTORIES))("a recording with %s", (name, lines) => {
  test("shows the same", () => {
    const { replayed, live } = livedThrough(begun(), lines).compared();
    expect(live).not.toEqual([]);
    expect(replayed).toEqual(live);
  });

  test("shows the same when what happened goes out of the log", () => {
    const isSure = !/perhaps|may pass/.test(name);
    const recorded = goneOn(livedThrough(begun(), lines), lines.at(-1)?.[1] ?? well);
    const { replayed, live } = recorded.compared();
    if (isSure) expect(replayed).toEqual(live);
    // What is in doubt is read again, or given up; a recording knows no better than to go on.
    else expect(aboutEventTypes(replayed)).toHaveLength(aboutEventTypes(live).length);
  });
});

test("event types are in a recording only where they were read, and again where that is not in the log any more", () => {
  const readIn = (recorded: Recorded) =>
    recorded.recording().flatMap((line, place) => (line.includes('"eventTypes"') ? [place] : []));
  expect(
    readIn(
      livedThrough(begun(), [
        [HOUR, well],
        [HOUR, well, types],
        [HOUR, well],
      ]),
    ),
  ).toEqual([0, 2]);
  expect(readIn(goneOn(begun(), well))).toEqual([0, 1, 2]);
});

test("marks on event types are set in it, also from before its start", () => {
  const recorded = livedThrough(begun(), [[HOUR, revoked, types]]);
  recorded.mark("acknowledge", recorded.state.findings);
  expect(recorded.compared().replayed).toEqual(recorded.compared().live);
  const { replayed, live } = goneOn(recorded, revoked).compared();
  expect(aboutEventTypes(live)).toEqual([expect.stringContaining('"expected":true')]);
  expect(replayed).toEqual(live);
});

test("one that was accepted stays so in it", () => {
  const recorded = livedThrough(begun(), [
    [HOUR, alone, taken],
    [5 * MINUTE, alone, taken],
  ]);
  recorded.mark("acknowledge", recorded.state.findings);
  livedThrough(recorded, [[HOUR, alone, taken]]);
  for (const one of [recorded, goneOn(recorded, alone)]) {
    const { replayed, live } = one.compared();
    expect(aboutEventTypes(live)).toEqual([]);
    expect(replayed).toEqual(live);
  }
});

test("what was lost before its start is found again in it", () => {
  const recorded = livedThrough(begun(), [
    [HOUR, alone, taken],
    [5 * MINUTE, alone, taken],
  ]);
  recorded.mark(
    "acknowledge",
    recorded.state.findings.filter(({ kind }) => kind === "connection-gone"),
  );
  const { replayed, live } = livedThrough(goneOn(recorded, alone), [[HOUR, well, types]]).compared();
  expect(aboutEventTypes(live)).toEqual([]);
  expect(replayed).toEqual(live);
});

test("event types that are not looked at any more end in it, too", () => {
  const recorded = livedThrough(begun(), [[HOUR, revoked, types]]);
  recorded.state = forgetEventTypes(recorded.state);
  livedThrough(recorded, [
    [HOUR, revoked],
    [HOUR, revoked],
  ]);
  const { replayed, live } = recorded.compared();
  expect(aboutEventTypes(live)).toEqual([]);
  expect(replayed).toEqual(live);
});

test("those that can't be read are in it as such", () => {
  const recorded = livedThrough(begun(), [[HOUR, revoked, eventTypesOf({}, null, plainEventType(4712))]]);
  expect(JSON.parse(recorded.recording().at(-1) ?? "").eventTypes).toEqual({
    status: "success",
    data: [{ id: 4712 }, {}, {}],
  });
});

describe("the log", () => {
  const readings = (recorded: Recorded) =>
    recorded.log.entries.filter(isCheck).map(({ eventTypes }) => eventTypes);

  test("does not repeat event types that are as they were read last, in whichever order", () => {
    const mixed = eventTypesOf(...(types.data as unknown[]).toReversed());
    const recorded = livedThrough(begun(), [
      [HOUR, well],
      [HOUR, well, types],
      [HOUR, revoked, mixed],
      [HOUR, well, taken],
    ]);
    expect(readings(recorded)).toEqual([
      { types: expect.any(Array) },
      undefined,
      true,
      true,
      { types: expect.any(Array) },
    ]);
    expect(recorded.log.entries.filter((entry) => isCheck(entry) && entry.answer)).toHaveLength(3);
  });

  test("has neither titles nor ids of calendars, and of one less than 40 bytes", () => {
    const many = Array.from({ length: 600 }, (_, index) =>
      eventType(100_000 + index, `c${index}@secret.example`),
    );
    const recorded = livedThrough(new Recorded(), [[0, well, eventTypesOf(...many)]]);
    const [reading] = readings(recorded);
    if (!reading || reading === true) throw new Error("nothing was kept");
    expect(reading.types).toHaveLength(500);
    const text = JSON.stringify(recorded.log);
    expect(JSON.stringify(reading).length / 500).toBeLessThan(40);
    for (const said of [text, recorded.recording().join("\n")]) {
      expect(said).not.toContain("secret");
      expect(said).not.toContain("Event type");
    }
  });
});
