import { expect, test } from "vitest";
import { remember } from "../../../tests/fixtures/account.ts";
import { answered, broken, calendar, connection } from "../../../tests/fixtures/answers.ts";
import { apple, feed, google, outlook } from "../../../tests/fixtures/people.ts";
import type { AnsweredConnection } from "../../cal-api/observation.ts";
import { isSettable } from "./settable.ts";

/** Whether bookings can be added to the first calendar that was seen, after these answers. */
function settable(...answers: AnsweredConnection[]): boolean | undefined {
  const [one] = remember(answers.map((each, index) => answered(60 - index, [each]))).connections;
  const first = one?.calendars[0];
  return one && first && isSettable(one, first);
}

test("bookings can be added from here to the apps whose routes know that", () => {
  expect([google, outlook, apple].map((one) => settable(one))).toEqual([true, true, true]);
  expect(settable(connection("caldav_calendar", 302, [calendar("Team")]))).toBe(false);
  expect(settable(feed)).toBe(false);
});

test("not to what can only be read, does not work, or is not listed any more", () => {
  expect(settable(connection("google_calendar", 1, [calendar("Rota", { readOnly: true })]))).toBe(false);
  expect(settable(google, broken(google, "Access token expired or revoked"))).toBe(false);
  const [one] = remember([answered(5, [google])]).connections;
  const first = one?.calendars[0];
  expect(one && first && isSettable(one, first)).toBe(true);
  expect(one && first && isSettable(one, { ...first, missing: true })).toBe(false);
});
