import { expect, test } from "vitest";
import { aConnection, accountStateOf, GOOGLE } from "../../../tests/fixtures/account-states.ts";
import { aFinding } from "../../../tests/support/unit/world.ts";
import type { AccountState, RememberedCalendar, RememberedConnection } from "../model/account-state.ts";
import { calendarSubject } from "../model/subject.ts";
import { type Change, planSelection } from "./plan.ts";

const ID = { ...GOOGLE, externalId: "c0" };
const check = planSelection("select-calendar", ID);
const uncheck = planSelection("unselect-calendar", ID);

const stateWith = (
  calendar: Partial<RememberedCalendar>,
  connection: Partial<RememberedConnection> = {},
): AccountState => accountStateOf(aConnection(connection, [calendar]));
const [checked, unchecked] = [stateWith({ isSelected: true }), stateWith({ isSelected: false })];

const awaiting = (state: AccountState, externalId = "c0"): AccountState => ({
  ...state,
  pending: [{ action: "unselect-calendar", at: 0, externalId }],
});

test("a calendar that is not checked is asked for as Cal.com names it", () => {
  expect(check(unchecked)).toEqual({
    announced: {
      action: "select-calendar",
      externalId: "c0",
      credentialId: 1,
      delegationCredentialId: null,
    },
    calendar: ID,
    look: expect.any(Function),
  });
});

test("that Cal.com finds nothing to delete may mean that it is not checked any more; of checking it may not", () => {
  expect(uncheck(checked)).toMatchObject({
    announced: { action: "unselect-calendar" },
    mayBeDoneWhenNotFound: true,
  });
  expect(check(unchecked)).not.toHaveProperty("mayBeDoneWhenNotFound");
});

test("nothing is asked for where it is that already", () => {
  expect(check(checked)).toBe("done-already");
  expect(uncheck(unchecked)).toBe("done-already");
});

test("it is asked for all the same while another change of it is waited for, not while one of another calendar is", () => {
  expect(check(awaiting(checked))).toMatchObject({ announced: { action: "select-calendar" } });
  expect(check(awaiting(checked, "c1"))).toBe("done-already");
  const destination = { action: "set-destination", at: 0, integration: null, externalId: "c0" } as const;
  expect(check({ ...checked, pending: [destination] })).toBe("done-already");
  const two = { ...checked, pending: [destination, ...awaiting(checked).pending] };
  expect(check(two)).toMatchObject({ announced: { action: "select-calendar" } });
});

test("one of which it is only doubted that it is checked no more is asked for", () => {
  const lost = aFinding({ kind: "selection-lost", subject: calendarSubject(GOOGLE, "c0"), confirmed: false });
  const doubted = { ...checked, findings: [lost] };
  expect(check(doubted)).toMatchObject({ announced: { action: "select-calendar" } });
  const change = check(unchecked) as Change;
  expect(change.look(doubted)).toBe("old");
});

test.each<[string, AccountState, string]>([
  ["of a calendar that is not listed any more", stateWith({ missing: true }), "calendarGone"],
  ["of a connection that is not there", accountStateOf(), "calendarGone"],
  ["of a broken connection", stateWith({}, { condition: "broken" }), "connectionBroken"],
  ["of an entry without an app", stateWith({ integration: "" }, { integration: "" }), "calendarGone"],
])("nothing can be asked %s", (_, state, problem) => {
  expect(check(state)).toEqual({ problem });
  expect(uncheck(state)).toEqual({ problem });
});

test("an entry of which Cal.com lost the app or the credential is for the web app", () => {
  const spoiled = [
    { ...GOOGLE, integration: "" },
    { ...GOOGLE, credentialId: null },
  ];
  for (const id of spoiled) {
    const state = stateWith({ integration: null }, id);
    expect(planSelection("unselect-calendar", { ...id, externalId: "c0" })(state)).toEqual({
      problem: "webAppOnly",
    });
  }
});

test("a list shows that it was done, not yet done, or nothing of it", () => {
  const [select, unselect] = [check(unchecked) as Change, uncheck(checked) as Change];
  expect([select.look(checked), select.look(unchecked)]).toEqual(["wanted", "old"]);
  expect([unselect.look(unchecked), unselect.look(checked)]).toEqual(["wanted", "old"]);
  expect(select.look(stateWith({ missing: true }))).toBe("lost");
  expect(select.look(stateWith({ isSelected: true }, { condition: "broken" }))).toBe("unclear");
});
