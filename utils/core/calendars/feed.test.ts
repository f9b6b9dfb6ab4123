import { expect, test } from "vitest";
import { aConnection, FEED } from "../../../tests/fixtures/account-states.ts";
import { checksAllFeeds } from "./feed.ts";
import { checkedCalendars } from "./use-of.ts";

const feeds = (...selected: boolean[]) =>
  aConnection(
    FEED,
    selected.map((isSelected) => ({ isSelected })),
  );

test("with one feed of a connection Cal.com checks all of them", () => {
  expect(checksAllFeeds(feeds(true, false, false))).toBe(true);
  expect(checkedCalendars(feeds(true, false, false))).toHaveLength(3);
});

test("without any, none", () => {
  expect(checksAllFeeds(feeds(false, false))).toBe(false);
  expect(checkedCalendars(feeds(false, false))).toEqual([]);
});

test("calendars of other apps are checked one by one", () => {
  const google = aConnection({}, [{ isSelected: true }, { isSelected: false }]);
  expect(checksAllFeeds(google)).toBe(false);
  expect(checkedCalendars(google)).toHaveLength(1);
});
