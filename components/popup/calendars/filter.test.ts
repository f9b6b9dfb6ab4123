import { beforeEach, expect, test } from "vitest";
import { answered, calendar, connection } from "../../../tests/fixtures/answers.ts";
import { apple, googleFlagged, outlook, toDana } from "../../../tests/fixtures/people.ts";
import { storedAfter } from "../../../tests/fixtures/stored-after.ts";
import { type AccountView, countCalendars, listView } from "../../../utils/screen/calendars/list.ts";
import { countDistinct, filtered } from "./FilterField.tsx";

let accounts: AccountView[];
let names: (typed: string) => string[];

beforeEach(() => {
  const stored = storedAfter([
    answered(
      5,
      [googleFlagged, outlook, apple, connection("caldav_calendar", 9, [calendar("Équipe")])],
      toDana,
    ),
  ]);
  accounts = listView([stored]);
  names = (typed) =>
    filtered(accounts, typed).flatMap(({ connections }) =>
      connections.flatMap(({ calendars }) => calendars.map(({ name }) => name)),
    );
});

test("nothing typed leaves everything", () => {
  expect(filtered(accounts, "  ")).toBe(accounts);
  expect(countCalendars(accounts)).toBe(12);
});

test("finds by name, whatever the capitals and accents", () => {
  expect(names("FAMILY")).toEqual(["Family"]);
  expect(names("equipe")).toEqual(["Équipe"]);
});

test("finds by app, by account at the app, and by flag", () => {
  expect(names("apple")).toEqual(["Home", "Unnamed calendar"]);
  expect(names("contoso")).toEqual(["Calendar", "Board meetings"]);
  expect(names("read-only")).toEqual(["Team rota", "Building", "Colleague: Kim"]);
});

test("every word has to fit", () => {
  expect(names("read-only build")).toEqual(["Building"]);
  expect(names("read-only family")).toEqual([]);
});

test("rows that stay are the same objects, so that they need not be drawn again", () => {
  const before = accounts[0]?.connections[0]?.calendars[2];
  expect(filtered(accounts, "family")[0]?.connections[0]?.calendars[0]).toBe(before);
});

test("a calendar that two connections list is one that matches, of two rows", () => {
  const twice = [1, 2].map((id) => connection("google_calendar", id, [calendar("Family"), calendar("Work")]));
  const both = listView([storedAfter([answered(5, twice)])]);
  expect(countCalendars(both)).toBe(4);
  expect(countDistinct(both)).toBe(2);
  expect(countDistinct(filtered(both, "family"))).toBe(1);
});
