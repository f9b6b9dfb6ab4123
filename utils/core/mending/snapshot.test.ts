import { describe, expect, test } from "vitest";
import { aConnection, accountStateOf } from "../../../tests/fixtures/account-states.ts";
import { aFinding } from "../../../tests/support/unit/world.ts";
import type { AccountState, EventTypeDestination, FindingRecord } from "../model/account-state.ts";
import { calendarSubject } from "../model/subject.ts";
import { begunMending, snapshotOf } from "./snapshot.ts";

const google = aConnection({}, [{ name: "Family" }, { name: "Team" }]);
const gone = (change: Partial<FindingRecord>) =>
  aFinding({ kind: "calendar-gone", subject: calendarSubject(google, "c1"), ...change });

describe("what was checked", () => {
  const checkedWith = (...findings: FindingRecord[]) =>
    snapshotOf({ ...accountStateOf(google), findings }, google).selected.map(({ externalId }) => externalId);

  test("is remembered but for what was gone before beyond doubt", () => {
    expect(checkedWith()).toEqual(["c0", "c1"]);
    expect(checkedWith(gone({}))).toEqual(["c0"]);
    expect(checkedWith(gone({ confirmed: false }))).toEqual(["c0", "c1"]);
  });

  test("also where something else is found against it", () => {
    expect(checkedWith(gone({ kind: "selection-lost" }))).toEqual(["c0", "c1"]);
  });
});

describe("an event type with a calendar of its own", () => {
  const OWN = { integration: "google_calendar", externalId: "c0" };
  function remembered(destination: EventTypeDestination | null, before: EventTypeDestination | null) {
    const eventType = { id: 7, title: "Intro", destination, remembered: before, seenAnswer: 1 };
    const state: AccountState = { ...accountStateOf(google), eventTypes: [eventType] };
    return snapshotOf(state, google).eventTypes.map((one) => one.destination);
  }

  test("is remembered with the one that it was last seen with, or that it has", () => {
    expect(remembered(null, OWN)).toEqual([OWN]);
    expect(remembered(OWN, null)).toEqual([OWN]);
    expect(remembered({ ...OWN, externalId: "c1" }, OWN)).toEqual([OWN]);
  });

  test("is not when it has none, or one of another app", () => {
    expect(remembered(null, null)).toEqual([]);
    expect(remembered(null, { ...OWN, integration: "office365_calendar" })).toEqual([]);
  });

  test("is, where Cal.com names no app, when the connection has that calendar", () => {
    const blank = (externalId: string) => ({ integration: null, externalId });
    expect(remembered(null, blank("c1"))).toEqual([blank("c1")]);
    expect(remembered(null, blank("elsewhere"))).toEqual([]);
  });
});

test("a mending begins with all of that, and with nothing put back or tried", () => {
  const destination = {
    integration: "google_calendar",
    externalId: "c0",
    name: "Family",
    credentialId: 1,
    delegationCredentialId: null,
  };
  const state = {
    ...accountStateOf(google),
    counted: 5,
    destination: { remembered: destination, current: null },
  };
  expect(begunMending(state, google, snapshotOf(state, google), 9)).toEqual({
    integration: "google_calendar",
    credentialId: 1,
    delegationCredentialId: null,
    appName: "Google Calendar",
    appSlug: "google-calendar",
    primaryExternalId: "c0",
    brokenAt: 9,
    brokenCounted: 5,
    lastGoodAt: 0,
    selected: [
      { externalId: "c0", name: "Family", primary: true },
      { externalId: "c1", name: "Team", primary: false },
    ],
    destination,
    eventTypes: [],
    successor: null,
    removed: false,
    restoringSince: null,
    progress: null,
    triedByItself: false,
    notPutBack: [],
    ended: null,
    endedAt: null,
  });
  expect(snapshotOf(accountStateOf(google), google).destination).toBeNull();
});
