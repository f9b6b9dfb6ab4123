import { expect, test } from "vitest";
import { DANA, NOW, remember } from "../../tests/fixtures/account.ts";
import { answered, broken, failed } from "../../tests/fixtures/answers.ts";
import { apple, google, googleFlagged, outlook, toDana } from "../../tests/fixtures/people.ts";
import { emptyAccountState } from "../../utils/core/model/account-state.ts";
import { DEFAULT_SETTINGS } from "../../utils/core/settings/records.ts";
import type { Stored, StoredAccount } from "../../utils/screen/stored.ts";
import { accountOutcome } from "./account-outcome.ts";

const UNKNOWN: Omit<StoredAccount, "account" | "state"> = {
  nextCheckAt: null,
  bulkAcknowledgeAnswered: true,
  readings: [],
  reconnections: [],
  mendings: [],
  bookingsChecks: [],
};

const account = (state = emptyAccountState()): StoredAccount => ({ account: DANA, state, ...UNKNOWN });

function outcome(one: StoredAccount, more: Partial<Stored> = {}) {
  const stored = { settings: DEFAULT_SETTINGS, chosen: undefined, policy: {}, unstored: [], ...more };
  return accountOutcome({ ...stored, accounts: [one, ...(more.accounts ?? [])] }, one, NOW);
}

const WELL = account(remember([answered(15, [google, outlook, apple], toDana)]));
const FLAGGED = account(remember([answered(15, [googleFlagged], toDana)]));
const BROKEN = account(remember([answered(45, [outlook]), answered(15, [broken(outlook, "Gone")])]));

test("all working is said together with how many are checked for conflicts", () => {
  expect(outcome(WELL)).toEqual({
    mood: "ok",
    text: "7 calendars, all working",
    more: "7 of 7 checked for conflicts",
  });
  expect(outcome(FLAGGED)).toMatchObject({
    text: "7 calendars, all working",
    more: "4 of 7 checked for conflicts",
  });
});

test("problems are counted", () => {
  expect(outcome(BROKEN)).toEqual({ mood: "error", text: "1 problem", more: null });
});

test("the others' problems are none of its own", () => {
  expect(outcome(WELL, { accounts: [BROKEN] }).text).toBe("7 calendars, all working");
});

test("what is not known any more is not said to be so", () => {
  const offline = failed(4, { reason: "offline" });
  const old = account(remember([answered(15, [google, outlook, apple], toDana), offline]));
  expect(outcome(old).text).toContain("were working");
  expect(outcome(WELL, { unstored: [DANA.id] }).text).toBe("The last answer could not be stored");
  expect(outcome({ ...WELL, unreadable: "newer" }).text).toBe("Dana Lopez can't be shown");
});

test("before the first answer it is looked at for the first time", () => {
  expect(outcome(account())).toMatchObject({
    mood: "waiting",
    text: "Looking at your calendars for the first time",
  });
});

test("what there is no room for is said, and what happened to other accounts is not", () => {
  const [first, ...others] = WELL.state.connections;
  const connections = first ? [{ ...first, notKept: 3 }, ...others] : [];
  expect(outcome({ ...WELL, state: { ...WELL.state, connections } })).toMatchObject({
    mood: "unknown",
    text: "Watching 7 of 10 calendars",
  });
  const damage = { at: NOW, lost: [{ id: "kim", label: null, user: null }] };
  expect(outcome(WELL, { damage }).text).toBe("7 calendars, all working");
});
