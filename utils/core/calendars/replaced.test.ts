import { expect, test } from "vitest";
import { aConnection, accountStateOf, GOOGLE } from "../../../tests/fixtures/account-states.ts";
import { ownCalendars, replacementOf } from "./replaced.ts";

const NEW = { ...GOOGLE, credentialId: 2 };
const calendars = [{ name: "Own" }, { name: "Family" }, { name: "Old plan" }];
const ids = (of: readonly { externalId: string }[]) => of.map(({ externalId }) => externalId);

const old = aConnection({ condition: "broken", replacedBy: NEW }, calendars);

test("calendars that the new connection lists are told of there alone", () => {
  const state = accountStateOf(old, aConnection(NEW, calendars.slice(0, 2)));
  expect(replacementOf(state, old)).toMatchObject({ credentialId: 2 });
  expect(ids(ownCalendars(state, old))).toEqual(["c2"]);
});

test("one that it lists no more stays where it was", () => {
  const state = accountStateOf(old, aConnection(NEW, [{ name: "Own" }, { name: "Family", missing: true }]));
  expect(ids(ownCalendars(state, old))).toEqual(["c1", "c2"]);
});

test("without another one beside it a connection has all of its calendars", () => {
  expect(replacementOf(accountStateOf(old), old)).toBeUndefined();
  expect(ids(ownCalendars(accountStateOf(old), old))).toEqual(["c0", "c1", "c2"]);
  const alone = aConnection({ condition: "broken" }, calendars);
  expect(ids(ownCalendars(accountStateOf(alone, aConnection(NEW, calendars)), alone))).toHaveLength(3);
});

test("another account that has its calendars shared with it is not the same app connected again", () => {
  const kim = { name: "Kim", externalId: "kim", email: "kim@example.org", primary: true };
  const others = aConnection(NEW, [kim, { name: "Own", externalId: "c0", primary: false }]);
  expect(replacementOf(accountStateOf(old, others), old)).toBeUndefined();
  expect(ids(ownCalendars(accountStateOf(old, others), old))).toEqual(["c0", "c1", "c2"]);
  // The same account, whose main calendar has another id now.
  const moved = aConnection(NEW, [{ ...kim, email: "dana@example.com" }]);
  expect(replacementOf(accountStateOf(old, moved), old)).toBeDefined();
  const unknown = aConnection(NEW, [{ ...kim, email: null }]);
  expect(replacementOf(accountStateOf(old, unknown), old)).toBeDefined();
});
