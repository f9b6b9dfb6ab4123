import { expect, test } from "vitest";
import { addingOf } from "./adding.ts";

test.each([
  ["apple_calendar", "mended"],
  ["google_calendar", "main"],
  ["office365_calendar", "main"],
  ["zoho_calendar", "main"],
  ["lark_calendar", "main"],
  ["feishu_calendar", "main"],
  ["caldav_calendar", "nothing"],
  ["ics-feed_calendar", "nothing"],
  ["exchange_calendar", "nothing"],
  ["exchange2013_calendar", "nothing"],
  ["exchange2016_calendar", "nothing"],
  ["proton_calendar", "unknown"],
])("what comes of connecting %s again: %s", (integration, adding) => {
  expect(addingOf({ integration })).toBe(adding);
});
