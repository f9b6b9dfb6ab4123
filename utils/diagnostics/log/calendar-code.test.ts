import { expect, test } from "vitest";
import { calendarCode, calendarOf } from "./calendar-code.ts";

const flags = [true, false, null];
const all = flags.flatMap((isSelected) =>
  flags.flatMap((readOnly) =>
    [true, false].flatMap((primary) =>
      [null, "caldav_calendar", "odd:type"].map((integration) => ({
        externalId: "id",
        isSelected,
        readOnly,
        primary,
        integration,
      })),
    ),
  ),
);

test("every calendar is read as it was written", () => {
  expect(all.map((one) => calendarOf(calendarCode(one, "google_calendar", "id")))).toEqual(all);
});

test("the app of its connection takes no room", () => {
  const [one = { externalId: "", isSelected: null, readOnly: null, primary: false, integration: null }] = all;
  const code = calendarCode({ ...one, integration: "google_calendar" }, "google_calendar", "1x2y3z");
  expect(code).toBe("1x2y3z:psr");
});
