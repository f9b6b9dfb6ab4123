import { expect, test } from "vitest";
import { remember } from "../../../tests/fixtures/account.ts";
import { answered, broken } from "../../../tests/fixtures/answers.ts";
import { apple, google, googleFlagged, outlook, toDana } from "../../../tests/fixtures/people.ts";
import { emptyAccountState } from "../../core/model/account-state.ts";
import { checkedOf } from "./health.ts";

const REVOKED = "Access token expired or revoked";
const well = answered(60, [google, outlook, apple], toDana);

test("what is checked is told of all that are known", () => {
  expect(checkedOf([remember([answered(5, [googleFlagged], toDana)])])).toBe("4 of 7 checked for conflicts.");
});

test("what can't be read is known, and not checked now", () => {
  const state = remember([well, answered(5, [google, broken(outlook, REVOKED), apple], toDana)]);
  expect(checkedOf([state])).toBe("5 of 7 checked for conflicts.");
});

test("of several accounts all are added up", () => {
  const fine = remember([well]);
  const worse = remember([well, answered(5, [google, broken(outlook, REVOKED), apple], toDana)]);
  expect(checkedOf([fine, worse])).toBe("12 of 14 checked for conflicts.");
});

test("nothing is told where no calendar is known", () => {
  expect(checkedOf([emptyAccountState()])).toBeNull();
});
