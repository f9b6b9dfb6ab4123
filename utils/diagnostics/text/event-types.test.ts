import { expect, test } from "vitest";
import { anAccountState, NOW } from "../../../tests/support/unit/world.ts";
import { eventTypeLines } from "./event-types.ts";

test("says when event types were read and why not, how many there are, and never what they are called", () => {
  const known = { remembered: null, seenAnswer: 1 };
  const own = { integration: "google_calendar", externalId: "dana@example.com" };
  const eventTypes = [
    { ...known, id: 3001, title: "Intro call", destination: null },
    { ...known, id: 3002, title: "Review", destination: own, remembered: own },
    { ...known, id: 3003, title: "Workshop", destination: null, remembered: own },
  ];
  const state = { ...anAccountState(), eventTypes };
  const read = { at: NOW, goodAt: NOW - 60_000, problem: "outOfScope", awaited: [3003] } as const;
  const text = eventTypeLines(state, { ...read, awaited: [...read.awaited] }).join("\n");
  expect(text).toBe(
    [
      "  Event types: 3; with a calendar of their own: 1; without one that they had: 1",
      "  Event types last read: 2026-03-04 13:04:00Z; last try: 2026-03-04 13:05:00Z (outOfScope)",
      "  Event types that were given a calendar since: 1",
    ].join("\n"),
  );
  expect(eventTypeLines(state, null)).toEqual(["  Event types: not read"]);
});
