import { describe, expect, test } from "vitest";
import { DANA } from "../../../tests/fixtures/account.ts";
import {
  answered,
  broken,
  calendar,
  connection,
  failing,
  type Seen,
} from "../../../tests/fixtures/answers.ts";
import { apple, google, outlook, toDana } from "../../../tests/fixtures/people.ts";
import { storedAfter } from "../../../tests/fixtures/stored-after.ts";
import { listView } from "../calendars/list.ts";
import type { StoredAccount } from "../stored.ts";
import { stripView } from "./strip.ts";

const REVOKED = "Access token expired or revoked";
const of = (...stored: StoredAccount[]) => stripView(listView(stored));
const after = (...seen: Seen[]) => of(storedAfter(seen));
const states = (...seen: Seen[]) => after(...seen).chips.map(({ app, state }) => [app, state]);

/** Connections of one app each, of which the last ones are broken. */
const many = (count: number, brokenFrom = count) =>
  Array.from({ length: count }, (_, index) => {
    const one = connection("caldav_calendar", index + 1, [calendar("Team", { email: `${index + 1}` })]);
    return index < brokenFrom ? one : broken(one, REVOKED);
  });

describe("a connection is", () => {
  const well = answered(60, [google, outlook], toDana);

  test("working, or broken", () => {
    expect(states(well, answered(5, [google, broken(outlook, REVOKED)], toDana))).toEqual([
      ["Google", "healthy"],
      ["Outlook", "broken"],
    ]);
  });

  test("looked at again while its break is only suspected", () => {
    const odd = broken(outlook, "Could not get connected calendars");
    expect(states(well, answered(5, [google, odd], toDana))[1]).toEqual(["Outlook", "checking"]);
  });

  test("missing once it is gone", () => {
    const gone = [30, 5].map((minutes) => answered(minutes, [google], toDana));
    expect(states(well, ...gone)[1]).toEqual(["Outlook", "missing"]);
  });

  test("in need of attention when something is wrong with one of its calendars", () => {
    const less = {
      ...google,
      calendars: google.calendars.map((one) => ({ ...one, isSelected: one.name !== "Family" })),
    };
    const lost = [30, 5].map((minutes) => answered(minutes, [less, outlook], toDana));
    expect(states(well, ...lost)).toEqual([
      ["Google", "attention"],
      ["Outlook", "healthy"],
    ]);
  });

  test("as last known when nothing of its account is known any more, whatever it was", () => {
    const out = failing(300, { reason: "unreachable" });
    const before = [
      answered(400, [google, outlook], toDana),
      answered(330, [google, broken(outlook, REVOKED)], toDana),
    ];
    expect(states(...before, ...out)).toEqual([
      ["Google", "stale"],
      ["Outlook", "stale"],
    ]);
    const fine = storedAfter([answered(5, [apple], toDana)], { account: { ...DANA, id: "b" } });
    expect(of(storedAfter([...before, ...out]), fine).chips.map(({ state }) => state)).toEqual([
      "stale",
      "stale",
      "healthy",
    ]);
  });
});

test("says the app, whose account it is, and the state in words", () => {
  const [first] = after(answered(5, [google], toDana)).chips;
  expect(first).toMatchObject({ word: "Working", label: "Google, dana@example.com: Working" });
});

test("has room for names with one or two only", () => {
  expect([1, 2, 3].map((count) => after(answered(5, many(count))).isRoomy)).toEqual([true, true, false]);
});

describe("of more than fit", () => {
  const seen = (count: number, brokenFrom = count) =>
    after(answered(60, many(count)), answered(5, many(count, brokenFrom)));

  test("seven are all shown", () => {
    expect([seen(7).chips.length, seen(7).more]).toEqual([7, 0]);
  });

  test("six are shown and the others counted", () => {
    expect([seen(8).chips.length, seen(8).more]).toEqual([6, 2]);
  });

  test("those with a problem are among them, in the order of the list", () => {
    const { chips, more } = seen(9, 7);
    expect(chips.map(({ label }) => label)).toEqual([
      ...["1", "2", "3", "4"].map((who) => `CalDAV, ${who}: Working`),
      ...["8", "9"].map((who) => `CalDAV, ${who}: Broken`),
    ]);
    expect(more).toBe(3);
  });
});
