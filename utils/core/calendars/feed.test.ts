import { expect, test } from "vitest";
import { aConnection, FEED } from "../../../tests/fixtures/account-states.ts";
import type { RememberedConnection } from "../model/account-state.ts";
import { isCheckedAlong } from "./feed.ts";
import { checkedCalendars } from "./use-of.ts";

const feeds = (...selected: boolean[]) =>
  aConnection(
    FEED,
    selected.map((isSelected) => ({ isSelected })),
  );
const along = (connection: RememberedConnection) =>
  connection.calendars.map((calendar) => isCheckedAlong(connection, calendar));

test("with one feed of a connection Cal.com checks all of them", () => {
  expect(along(feeds(true, false, false))).toEqual([false, true, true]);
  expect(checkedCalendars(feeds(true, false, false))).toHaveLength(3);
});

test("without any, none", () => {
  expect(along(feeds(false, false))).toEqual([false, false]);
  expect(checkedCalendars(feeds(false, false))).toEqual([]);
});

test("calendars of other apps are checked one by one", () => {
  const google = aConnection({}, [{ isSelected: true }, { isSelected: false }]);
  expect(along(google)).toEqual([false, false]);
  expect(checkedCalendars(google)).toHaveLength(1);
});
