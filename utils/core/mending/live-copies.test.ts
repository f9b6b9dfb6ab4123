import { expect, test } from "vitest";
import { aConnection, accountStateOf, GOOGLE } from "../../../tests/fixtures/account-states.ts";
import { isHeldByAnotherBroken, liveCopies } from "./live-copies.ts";

const C0 = { integration: "google_calendar", externalId: "c0" };
const [broken, missing] = [
  aConnection({ condition: "broken" }),
  aConnection({ credentialId: 2 }, [{ missing: true }]),
];
const [readOnly, writable] = [
  aConnection({ credentialId: 3 }, [{ readOnly: true }]),
  aConnection({ credentialId: 4 }),
];

test("a calendar is listed where a connection that works lists it, first where it can be written to", () => {
  const copies = (...connections: Parameters<typeof accountStateOf>) =>
    liveCopies(accountStateOf(...connections), C0).map(({ connection }) => connection.credentialId);
  expect(copies(broken, missing, readOnly, writable)).toEqual([4, 3]);
  expect(copies(writable, readOnly)).toEqual([4, 3]);
  expect(copies(broken, missing)).toEqual([]);
});

test("it is another connection's to be put back when that one has it and does not work", () => {
  const state = accountStateOf(broken, writable);
  expect(isHeldByAnotherBroken(state, C0, GOOGLE)).toBe(false);
  expect(isHeldByAnotherBroken(state, C0, { ...GOOGLE, credentialId: 4 })).toBe(true);
  expect(isHeldByAnotherBroken(accountStateOf(readOnly, writable), C0, GOOGLE)).toBe(false);
  expect(isHeldByAnotherBroken(state, { ...C0, externalId: "c9" }, { ...GOOGLE, credentialId: 4 })).toBe(
    false,
  );
});
