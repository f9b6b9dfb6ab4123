import { expect, test } from "vitest";
import { calendarCode, calendarOf, nameMark } from "./calendar-code.ts";

const flags = [true, false, null];
const all = flags.flatMap((isSelected) =>
  flags.flatMap((readOnly) =>
    [true, false].flatMap((primary) =>
      [null, "caldav_calendar", "odd:type"].map((integration) => ({
        externalId: "id",
        name: primary ? "4k" : null,
        isSelected,
        readOnly,
        primary,
        integration,
      })),
    ),
  ),
);

test("every calendar is read as it was written", () => {
  expect(all.map((one) => calendarOf(calendarCode(one, "google_calendar")))).toEqual(all);
});

test("the app of its connection takes no room", () => {
  const flags = { primary: true, isSelected: true, readOnly: true };
  const one = { externalId: "1x2y3z", name: "4k", ...flags, integration: "google_calendar" };
  expect(calendarCode(one, "google_calendar")).toBe("1x2y3z~4k:psr");
  expect(calendarCode({ ...one, name: null }, "google_calendar")).toBe("1x2y3z:psr");
});

test("a name is the same whatever blanks are around it, none when it is blank, and never itself", () => {
  expect(nameMark(" Team rota ")).toBe(nameMark("Team rota"));
  expect(nameMark("Team rota")).not.toBe(nameMark("Team"));
  expect(nameMark("Team rota")).toMatch(/^[0-9a-z]{4}$/);
  expect([nameMark(null), nameMark(" ")]).toEqual([null, null]);
});
