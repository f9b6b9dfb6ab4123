import { expect, test } from "vitest";
import { DANA } from "../../../tests/fixtures/account.ts";
import { answered, broken, destination } from "../../../tests/fixtures/answers.ts";
import { googleFlagged, outlook, toDana } from "../../../tests/fixtures/people.ts";
import { storedAfter } from "../../../tests/fixtures/stored-after.ts";
import { calendarSubject } from "../../../utils/core/model/subject.ts";
import type { ActionMessage, Reason } from "../../../utils/messaging/action-message.ts";
import { isSuperseded } from "./superseded.ts";

const ofGoogle = { integration: "google_calendar", credentialId: 135, delegationCredentialId: null };
const family = calendarSubject(ofGoogle, "Family");
const select = (selected: boolean): ActionMessage => ({
  type: selected ? "select-calendar" : "unselect-calendar",
  accountId: DANA.id,
  calendar: family,
});
const bookings: ActionMessage = { type: "set-destination", accountId: DANA.id, calendar: family };
// Family is checked for conflicts there.
const seen = storedAfter([answered(5, [googleFlagged, outlook], toDana)]);

test("what was not seen to be done is overtaken once it is shown", () => {
  for (const problem of ["notShown", "notReadBack", "timedOut"] as const) {
    expect(isSuperseded([seen], select(true), { problem })).toBe(true);
    expect(isSuperseded([seen], select(false), { problem })).toBe(false);
  }
});

test("the same of a calendar that bookings are to be added to", () => {
  const moved = storedAfter([answered(5, [googleFlagged, outlook], destination(googleFlagged, "Family"))]);
  expect(isSuperseded([seen], bookings, { problem: "notShown" })).toBe(false);
  expect(isSuperseded([moved], bookings, { problem: "notShown" })).toBe(true);
});

test("the same of bookings that are to be put back", () => {
  const restore: ActionMessage = { type: "restore-destination", accountId: DANA.id };
  const away = storedAfter([
    answered(20, [googleFlagged, outlook], toDana),
    answered(5, [googleFlagged, outlook], destination(outlook, "Calendar")),
  ]);
  expect(isSuperseded([away], restore, { problem: "notShown" })).toBe(false);
  expect(isSuperseded([seen], restore, { problem: "notShown" })).toBe(true);
});

test("other reasons stand, and so does one of what can't be seen now", () => {
  const others: Reason[] = [{ problem: "offline" }, { problem: "refused", status: 400, message: "No" }];
  for (const reason of others) expect(isSuperseded([seen], select(true), reason)).toBe(false);
  const hidden = storedAfter([
    answered(20, [googleFlagged, outlook], toDana),
    answered(5, [broken(googleFlagged, "Access token expired or revoked"), outlook], toDana),
  ]);
  expect(isSuperseded([hidden], select(true), { problem: "notShown" })).toBe(false);
  expect(isSuperseded([], select(true), { problem: "notShown" })).toBe(false);
});

test("that no connection stood for an old one is overtaken once one does", () => {
  const gone = broken(googleFlagged, "Access token expired or revoked");
  const remove: ActionMessage = {
    type: "remove-connection",
    accountId: DANA.id,
    connection: { type: "connection", ...ofGoogle },
  };
  const before = [answered(30, [googleFlagged, outlook], toDana), answered(20, [gone, outlook], toDana)];
  const anew = { ...googleFlagged, credentialId: 999 };
  const after = [...before, answered(5, [gone, anew, outlook], toDana)];
  for (const problem of ["noSuccessor", "successorBroke"] as const) {
    expect(isSuperseded([storedAfter(before)], remove, { problem })).toBe(false);
    expect(isSuperseded([storedAfter(after)], remove, { problem })).toBe(true);
  }
  expect(isSuperseded([storedAfter(after)], remove, { problem: "offline" })).toBe(false);
});
