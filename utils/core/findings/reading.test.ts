import { describe, expect, it } from "vitest";
import {
  answerOf,
  BLANK,
  broken,
  calendar,
  DANA,
  danas,
  google,
  outlook,
  primary,
} from "../../../tests/fixtures/bodies.ts";
import { after, MINUTE, Replay } from "../../../tests/support/unit/replay.ts";

const AFTER_FAILURE = MINUTE;

describe("a good answer", () => {
  it.each([
    ["no connection", answerOf([])],
    ["entries that make no sense", answerOf([null, 5, "x", [], {}])],
    ["no destination at all", { status: "success", data: { connectedCalendars: [google(135)] } }],
    ["keys that nobody knows", { ...danas(google(135)), pagination: 1 }],
  ])("may have %s", (_, body) => {
    expect(new Replay().answer(body).state).not.toBe("setup");
  });

  it.each([
    ["another status", danas(google(135)), 201],
    ["an error envelope with status 200", { status: "error", error: { code: "X", message: "x" } }, 200],
    ["another word than success", { ...danas(google(135)), status: "ok" }, 200],
    ["an array", [danas(google(135))], 200],
    ["null", null, 200],
    ["a text", "success", 200],
    ["no data", { status: "success" }, 200],
    ["null as data", { status: "success", data: null }, 200],
    ["an array as data", { status: "success", data: [] }, 200],
    [
      "an object of connections",
      { status: "success", data: { connectedCalendars: { 0: google(135) }, destinationCalendar: {} } },
      200,
    ],
    ["no connections key", { status: "success", data: { destinationCalendar: {} } }, 200],
  ])("is not %s", (_, body, status) => {
    expect(new Replay().answer(body, status)).toEqual({
      state: "setup",
      badge: "",
      level: null,
      findings: [],
      notify: [],
      nextCheckSeconds: AFTER_FAILURE,
    });
  });

  it("stays what is shown when a failure follows", () => {
    const replay = after(answerOf([google(135)], BLANK));
    expect(replay.answer("<html>")).toMatchObject({
      state: "attention",
      badge: "1",
      level: "error",
      findings: ["error destination-missing"],
      notify: [],
    });
  });
});

describe("a connection", () => {
  const isHealthy = (entry: unknown) => new Replay().answer(danas(entry)).findings.length === 0;

  it.each([
    ["a blank message", { error: { message: " \n" } }],
    ["an empty error", { error: {} }],
    ["null as error", { error: null }],
    ["no primary", { primary: undefined }],
  ])("with calendars and %s is healthy", (_, more) => {
    expect(isHealthy({ ...google(135), ...more })).toBe(true);
  });

  it.each([
    ["a message beside its calendars", { error: { message: "Something new" } }],
    ["an empty list of calendars", { calendars: [] }],
    ["neither calendars nor error", { calendars: undefined }],
    ["null as calendars", { calendars: null }],
    ["a blank message and no calendars", { calendars: undefined, error: { message: "" } }],
    ["calendars of a wrong type", { calendars: { 0: calendar(DANA) } }],
  ])("with %s is broken, though perhaps only today", (_, more) => {
    expect(new Replay().answer(danas({ ...google(135), ...more })).findings).toEqual([
      "error connection-error 135?",
      "error destination-broken?",
    ]);
  });

  it("that has a message is not judged by the calendars beside it", () => {
    const odd = { ...google(135, primary(DANA, { isSelected: false })), error: { message: "Odd" } };
    expect(after(danas(google(135))).answer(danas(odd)).findings).toEqual([
      "error connection-error 135?",
      "error destination-broken?",
    ]);
  });
});

describe("a flag that is no boolean", () => {
  it.each([["yes"], [1], [null], [undefined], [{}]])("of %j is the one last known", (flag) => {
    const replay = after(
      danas(google(135, primary(DANA), calendar("team", { readOnly: true })), outlook(212)),
    );
    const odd = calendar("team", { readOnly: flag, isSelected: flag });
    expect(replay.answer(danas(google(135, primary(DANA), odd), outlook(212))).findings).toEqual([
      "notice read-only 135 team",
    ]);
  });

  it("is false where none was ever known", () => {
    const odd = calendar("team", { readOnly: "yes", isSelected: "yes", primary: "yes" });
    expect(new Replay().answer(danas(google(135, primary(DANA), odd))).findings).toEqual([
      "notice not-selected 135 team",
    ]);
  });

  it("is kept through the time when its connection was broken", () => {
    const replay = after(danas(google(135), outlook(212)), danas(google(135), broken(outlook(212))));
    const odd = primary("AAMkAGQ1ZmFkLWVu0AAA=", { isSelected: "?" });
    expect(replay.answer(danas(google(135), outlook(212, odd))).findings).toEqual([]);
  });
});
