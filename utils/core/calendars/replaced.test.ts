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
