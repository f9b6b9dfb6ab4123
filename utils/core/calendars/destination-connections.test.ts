import { expect, test } from "vitest";
import { remember } from "../../../tests/fixtures/account.ts";
import { answered, broken, calendar, connection, destination } from "../../../tests/fixtures/answers.ts";
import type { AnsweredConnection } from "../../cal-api/observation.ts";
import { destinationConnections, destinationRow } from "./destination-connections.ts";
import { listedDestination } from "./listed-destination.ts";

const shared = (id: number, ...others: string[]) =>
  connection("google_calendar", id, [calendar("Shared"), ...others.map((name) => calendar(name))]);

/** Credentials of those through which bookings go, after these answers; they go to "Shared" as the last one says. */
function through(named: AnsweredConnection, ...answers: AnsweredConnection[][]): (number | null)[] {
  const state = remember(
    answers.map((all, index) => answered(60 - index, all, destination(named, "Shared"))),
  );
  return destinationConnections(state, state.destination.current).map(({ credentialId }) => credentialId);
}

test("bookings go through the connection that Cal.com names, of those that have the calendar", () => {
  expect(through(shared(2), [shared(1), shared(2, "Own"), connection("google_calendar", 3, [])])).toEqual([
    2,
  ]);
});

test("a credential that is out of date names nobody: then each that has the calendar counts", () => {
  expect(through(shared(9), [shared(1), shared(2)])).toEqual([1, 2]);
});

test("one that works goes before a broken one, though that is named", () => {
  const all = [shared(1), shared(2)];
  const after = [shared(1), broken(shared(2), "Access token expired or revoked")];
  expect(through(shared(2), all, after)).toEqual([1]);
});

test("where none works, the broken one that had it is the one", () => {
  const after = [broken(shared(1), "Access token expired or revoked")];
  expect(through(shared(1), [shared(1)], after)).toEqual([1]);
});

test("without a destination there is none, and no row of the list has it", () => {
  const state = remember([answered(5, [shared(1)])]);
  const [only] = state.connections;
  expect(destinationConnections(state, null)).toEqual([]);
  expect(only && destinationRow(state)(only, only.calendars[0] as never)).toBe(false);
});

test("one row of the list is where bookings go", () => {
  const named = shared(2, "Own");
  const state = remember([answered(5, [shared(1), named], destination(named, "Shared"))]);
  const isRow = destinationRow(state);
  const rows = state.connections.flatMap((one) =>
    one.calendars.filter((each) => isRow(one, each)).map(({ externalId }) => [one.credentialId, externalId]),
  );
  expect(rows).toEqual([[2, "Shared"]]);
});

test("bookings can be added to a calendar that a working connection lists, and to no other", () => {
  const to = destination(shared(1), "Shared");
  const found = (...answers: AnsweredConnection[][]) => {
    const state = remember(answers.map((all, index) => answered(60 - index, all, to)));
    return listedDestination(state, state.destination.current)?.calendar.externalId;
  };
  expect(found([shared(1, "Own")])).toBe("Shared");
  expect(found([shared(1)], [broken(shared(1), "Access token expired or revoked")])).toBeUndefined();
  expect(found([shared(1)], [connection("google_calendar", 1, [calendar("Own")])])).toBeUndefined();
  expect(listedDestination(remember([answered(5, [shared(1)])]), null)).toBeUndefined();
});
