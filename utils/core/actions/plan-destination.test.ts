import { describe, expect, test } from "vitest";
import { aConnection, accountStateOf, FEED, GOOGLE } from "../../../tests/fixtures/account-states.ts";
import { aFinding } from "../../../tests/support/unit/world.ts";
import type { Destination } from "../../cal-api/observation.ts";
import type { AccountState, RememberedCalendar, RememberedConnection } from "../model/account-state.ts";
import { type Change, isDestinationChanged, planDestination, planKept, planRestoring } from "./plan.ts";

const ID = { ...GOOGLE, externalId: "c0" };
const destination = (externalId: string, change: Partial<Destination> = {}): Destination => ({
  integration: "google_calendar",
  externalId,
  name: null,
  credentialId: 1,
  delegationCredentialId: null,
  ...change,
});
const [C0, C1] = [destination("c0"), destination("c1")];

/** Of one Google connection with two calendars: where bookings are added, and where the person wants them. */
const stateOf = (
  current: Destination | null,
  remembered: Destination | null,
  ...connections: RememberedConnection[]
): AccountState => ({
  ...accountStateOf(...(connections.length > 0 ? connections : [aConnection({}, [{}, {}])])),
  destination: { current, remembered },
});
const awaiting = (state: AccountState): AccountState => ({
  ...state,
  pending: [
    { action: "select-calendar", at: 0, externalId: "c0" },
    { action: "set-destination", at: 0, integration: null, externalId: "c1" },
  ],
});
const one = (calendar: Partial<RememberedCalendar>, connection: Partial<RememberedConnection> = {}) =>
  stateOf(null, null, aConnection(connection, [calendar]));

const SET_C0 = { announced: { action: "set-destination", integration: "google_calendar", externalId: "c0" } };

describe("a calendar that bookings are to be added to", () => {
  test("is asked for as Cal.com names it, and a list shows whether it was done", () => {
    const change = planDestination(ID)(stateOf(C1, C1)) as Change;
    expect(change).toEqual({ ...SET_C0, calendar: ID, look: expect.any(Function) });
    expect([change.look(stateOf(C0, C1)), change.look(stateOf(C1, C1))]).toEqual(["wanted", "old"]);
  });

  test("is not asked for where it is that and is wanted", () => {
    expect(planDestination(ID)(stateOf(C0, C0))).toBe("done-already");
  });

  test("is asked for where it is that and another one is wanted, or something is waited for", () => {
    expect(planDestination(ID)(stateOf(C0, C1))).toMatchObject(SET_C0);
    expect(planDestination(ID)(awaiting(stateOf(C0, C0)))).toMatchObject(SET_C0);
    const { pending, ...state } = awaiting(stateOf(C0, C0));
    expect(planDestination(ID)({ ...state, pending: pending.slice(0, 1) })).toBe("done-already");
  });

  test("may be asked for anew, of which no list tells that it was done", () => {
    expect(planDestination(ID, true)(stateOf(C0, C0))).toMatchObject({ ...SET_C0, isUnseen: true });
    expect(planDestination(ID, true)(stateOf(C1, C1))).not.toHaveProperty("isUnseen");
    expect(planDestination(ID)(stateOf(C1, C1))).not.toHaveProperty("isUnseen");
    expect(planDestination(ID)(awaiting(stateOf(C0, C0)))).not.toHaveProperty("isUnseen");
  });

  test("has to be there, to work, to take bookings and to be of an app that Cal.com's routes know", () => {
    const zoho = { integration: "zoho_calendar" };
    expect(planDestination(ID)(one({ missing: true }))).toEqual({ problem: "calendarGone" });
    expect(planDestination(ID)(one({}, { condition: "broken" }))).toEqual({ problem: "connectionBroken" });
    expect(planDestination(ID)(one({ readOnly: true }))).toEqual({ problem: "readOnly" });
    expect(planDestination({ ...ID, ...zoho })(one(zoho, zoho))).toEqual({ problem: "webAppOnly" });
  });
});

describe("the calendar that was chosen", () => {
  test("is set again", () => {
    expect(planRestoring(stateOf(C1, C0))).toMatchObject({ ...SET_C0, calendar: ID });
    expect(planRestoring(stateOf(null, C0))).toMatchObject(SET_C0);
  });

  test("is not while bookings are added to it, or none was", () => {
    expect(planRestoring(stateOf(C0, C0))).toBe("done-already");
    expect(planRestoring(stateOf(C1, null))).toEqual({ problem: "calendarGone" });
    expect(planRestoring(stateOf(null, null))).toEqual({ problem: "calendarGone" });
  });

  test.each<[string, string, RememberedConnection[]]>([
    [
      "gone where its connection works without it",
      "calendarGone",
      [aConnection({}, [{ missing: true }, {}])],
    ],
    ["gone where its connection works and never listed it", "calendarGone", [aConnection({}, [])]],
    [
      "out of reach where its connection is broken",
      "connectionBroken",
      [aConnection({ condition: "broken" })],
    ],
    [
      "out of reach where that which would tell is broken",
      "connectionBroken",
      [aConnection({ condition: "broken" }, [])],
    ],
    [
      "out of reach where only another connection works",
      "connectionBroken",
      [aConnection({ condition: "broken" }), aConnection({ ...FEED }, [])],
    ],
    ["out of reach where there is no connection", "connectionBroken", [aConnection({ ...FEED }, [])]],
  ])("is said to be %s", (_, problem, connections) => {
    expect(planRestoring(stateOf(C1, C0, ...connections))).toEqual({ problem });
  });

  test("is out of reach where the broken connection has it and that which is named works", () => {
    const connections = [aConnection({ condition: "broken", credentialId: 3 }), aConnection({}, [])];
    expect(planRestoring(stateOf(C1, C0, ...connections))).toEqual({ problem: "connectionBroken" });
  });
});

describe("the destination that is kept", () => {
  test("is set anew, though it is that already", () => {
    expect(planKept(stateOf(C0, C0))).toMatchObject({ ...SET_C0, isUnseen: true });
  });

  test("is left alone where it is blank, out of reach or for the web app only", () => {
    expect(planKept(stateOf(null, null))).toBe("done-already");
    expect(planKept(stateOf(C0, C0, aConnection({ condition: "broken" })))).toBe("done-already");
    expect(planKept(stateOf(C0, C0, aConnection({}, [{ readOnly: true }])))).toBe("done-already");
  });
});

test("the destination is another than the wanted one while that is found, whatever else is", () => {
  const ended = aFinding({ kind: "destination-changed", endedCounted: 5 });
  const broken = aFinding({ kind: "destination-broken" });
  const found = (...findings: AccountState["findings"]) =>
    isDestinationChanged({ ...stateOf(C1, C0), findings });
  expect(found(broken, aFinding({ kind: "destination-changed" }))).toBe(true);
  expect(found(broken, ended)).toBe(false);
  expect(found()).toBe(false);
});
