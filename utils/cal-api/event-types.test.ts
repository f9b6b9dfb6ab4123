import { expect, test } from "vitest";
import { readEventTypes } from "./event-types.ts";

const answer = (...data: unknown[]) => ({ status: "success", data });
const destinationOf = (destinationCalendar: unknown) =>
  readEventTypes(answer({ id: 1, destinationCalendar }))?.eventTypes[0]?.destination;

test("of an event type its id, its title and its own destination are read", () => {
  const destinationCalendar = { integration: "google_calendar", externalId: "dana@example.com", id: 7 };
  expect(
    readEventTypes(
      answer(
        { id: 11, title: " Intro call ", slug: "intro", hidden: true, destinationCalendar },
        { id: 12, title: "Review" },
      ),
    ),
  ).toEqual({
    eventTypes: [
      {
        id: 11,
        title: "Intro call",
        destination: { integration: "google_calendar", externalId: "dana@example.com" },
      },
      { id: 12, title: "Review", destination: null },
    ],
    malformed: 0,
  });
});

test("it is a good answer with the array alone, whatever is in it", () => {
  expect(readEventTypes(answer())).toEqual({ eventTypes: [], malformed: 0 });
  for (const body of [
    undefined,
    null,
    [],
    "",
    { status: "error", error: { code: "NOT_FOUND" } },
    { status: "success" },
    { status: "success", data: { eventTypes: [] } },
    { data: [] },
  ]) {
    expect(readEventTypes(body)).toBeNull();
  }
});

test("an entry without an integer for its id is malformed", () => {
  const entries = [null, "11", [], {}, { id: "11" }, { id: 1.5 }, { id: null }];
  expect(readEventTypes(answer(...entries, { id: 11 }))).toEqual({
    eventTypes: [{ id: 11, title: null, destination: null }],
    malformed: entries.length,
  });
});

test("a destination that is absent, empty or blank is none, and one of a wrong type says nothing", () => {
  for (const none of [undefined, null, {}, { externalId: null }, { integration: "x", externalId: " " }]) {
    expect(destinationOf(none)).toBeNull();
  }
  for (const wrong of ["dana@example.com", 7, true, [], { externalId: 7 }]) {
    expect(destinationOf(wrong)).toBeUndefined();
  }
});

test("a destination may lack its integration", () => {
  for (const integration of [undefined, null, "", " ", 7]) {
    expect(destinationOf({ integration, externalId: "https://feed" })).toEqual({
      integration: null,
      externalId: "https://feed",
    });
  }
});

test("a title is no longer than a page shows, and never cut within a character", () => {
  const titleOf = (title: unknown) => readEventTypes(answer({ id: 1, title }))?.eventTypes[0]?.title;
  expect(titleOf("x".repeat(300))).toBe("x".repeat(200));
  expect(titleOf(`${"x".repeat(199)}😀`)).toBe("x".repeat(199));
  expect([titleOf(" "), titleOf(7), titleOf(null), titleOf(undefined)]).toEqual([null, null, null, null]);
});

test("two entries of one id are one, the first", () => {
  expect(readEventTypes(answer({ id: 1, title: "a" }, { id: 1, title: "b" }))?.eventTypes).toEqual([
    { id: 1, title: "a", destination: null },
  ]);
});
