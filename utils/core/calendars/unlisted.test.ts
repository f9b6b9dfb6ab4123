import { expect, test } from "vitest";
import { isUnlistedByCalCom } from "./unlisted.ts";

test.each([
  ["en.german#holiday@group.v.calendar.google.com", true],
  ["addressbook#contacts@group.v.calendar.google.com", true],
  ["holiday@group.v.calendar.google.com", false],
  ["en.german#holiday@group.v.calendar.google.com.example.org", false],
  ["dana@example.com", false],
  ["", false],
])("%s is one of Google's own that Cal.com does not list: %s", (externalId, isUnlisted) => {
  expect(isUnlistedByCalCom(externalId)).toBe(isUnlisted);
});
