import { expect, test } from "vitest";
import { notificationId, parseNotificationId } from "./notification-id.ts";

test.each([
  { accountId: "a1", at: 1_760_000_000_000, ref: "k2x9" },
  { accountId: "a1", at: 1_760_000_000_000, ref: null },
  { accountId: "with / and %", at: 0, ref: "k2x9" },
])("a name says what it is about: %j", (about) => {
  expect(parseNotificationId(notificationId(about))).toEqual(about);
});

test.each([
  "",
  "check",
  "check/a1/yesterday/k2",
  "check/a1/1",
  "check/a1/1/k2/more",
  "check/%/1/k2",
  "other/a1/1/k2",
])("a name that is none of ours says nothing: %j", (id) => {
  expect(parseNotificationId(id)).toBeNull();
});
