import { expect, test } from "vitest";
import { eventTypeCode, eventTypeOf } from "./event-type-code.ts";

test("every event type is read as it was written", () => {
  const destinations = [
    null,
    undefined,
    { integration: null, externalId: "id" },
    { integration: "caldav_calendar", externalId: "id" },
    { integration: "odd:type", externalId: "id" },
  ];
  const all = destinations.flatMap((destination) => [0, 11, -1].map((id) => ({ id, destination })));
  expect(all.map((one) => eventTypeOf(eventTypeCode(one)))).toEqual(all);
});

test("it is short", () => {
  const destination = { integration: "google_calendar", externalId: "1x2y3z" };
  expect(eventTypeCode({ id: 11, destination })).toBe("11:1x2y3z:google_calendar");
  expect(eventTypeCode({ id: 11, destination: null })).toBe("11");
});
