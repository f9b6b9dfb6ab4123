import { expect, test } from "vitest";
import { aConnection, accountStateOf } from "../../../tests/fixtures/account-states.ts";
import { aFinding } from "../../../tests/support/unit/world.ts";
import type { AccountState, RememberedConnection } from "../model/account-state.ts";
import type { FindingKind } from "../model/finding.ts";
import { isRestored, planEventTypes } from "./plan-event-types.ts";

const OWN = { integration: "google_calendar", externalId: "c0" };

/** One event type that was last seen with that calendar, and what is said of it. */
function stateOf(kind: FindingKind, ...connections: RememberedConnection[]): AccountState {
  const eventType = { id: 1, title: "Intro call", destination: null, remembered: OWN, seenAnswer: 1 };
  const finding = aFinding({ kind, subject: { type: "eventType", id: 1 } });
  return { ...accountStateOf(...connections), eventTypes: [eventType], findings: [finding] };
}

const reasons = (state: AccountState) => planEventTypes(state).not.map(({ problem }) => problem.problem);

test("an event type that lost its calendar gets the one that it was last seen with", () => {
  const plan = { restorable: [{ id: 1, title: "Intro call", calendar: OWN }], not: [] };
  const lost = stateOf("event-type-destination-lost", aConnection());
  expect(planEventTypes(lost)).toEqual(plan);
  expect(planEventTypes(stateOf("event-type-destination-broken", aConnection()), [1])).toEqual(plan);
});

test("nothing is done about one that is not meant, or that has nothing against it which this would mend", () => {
  const nothing = { restorable: [], not: [] };
  expect(planEventTypes(stateOf("event-type-destination-lost", aConnection()), [2])).toEqual(nothing);
  expect(planEventTypes(stateOf("event-type-destination-read-only", aConnection()))).toEqual(nothing);
  const ended = stateOf("event-type-destination-lost", aConnection());
  for (const finding of ended.findings) finding.endedCounted = 5;
  expect(planEventTypes(ended)).toEqual(nothing);
});

test("a calendar that is not there, is broken or can only be read is said to be the reason", () => {
  const lost = (...connections: RememberedConnection[]) =>
    stateOf("event-type-destination-lost", ...connections);
  expect(reasons(lost(aConnection({ condition: "broken" })))).toEqual(["connectionBroken"]);
  expect(reasons(lost(aConnection({}, [{ externalId: "other" }])))).toEqual(["calendarGone"]);
  expect(reasons(lost(aConnection({}, [{ missing: true }])))).toEqual(["calendarGone"]);
  expect(reasons(lost(aConnection({}, [{ readOnly: true }])))).toEqual(["readOnly"]);
});

test("of one that no calendar is known of, and of one without an app, nothing can be put back", () => {
  const unknown = stateOf("event-type-destination-lost", aConnection());
  for (const eventType of unknown.eventTypes) eventType.remembered = null;
  expect(reasons(unknown)).toEqual(["calendarGone"]);
  const nameless = aConnection({ integration: "" }, [{ integration: null }]);
  const anyApp = stateOf("event-type-destination-lost", nameless);
  for (const eventType of anyApp.eventTypes) eventType.remembered = { integration: null, externalId: "c0" };
  expect(reasons(anyApp)).toEqual(["webAppOnly"]);
});

test("a broken connection beside a working one is the reason where it is the one with the calendar", () => {
  const [broken, other] = [
    aConnection({ condition: "broken" }, [{}, {}]),
    aConnection({ credentialId: 2 }, [{ externalId: "other" }]),
  ];
  expect(reasons(stateOf("event-type-destination-lost", broken, other))).toEqual(["connectionBroken"]);
  const elsewhere = aConnection({ condition: "broken" }, [{ externalId: "elsewhere" }]);
  expect(reasons(stateOf("event-type-destination-lost", elsewhere, other))).toEqual(["calendarGone"]);
});

test("a list shows whether an event type has its calendar again", () => {
  const state = stateOf("event-type-destination-lost", aConnection());
  const wanted = { id: 1, title: null, calendar: OWN };
  const withDestination = (destination: typeof OWN | null, id = 1): AccountState => ({
    ...state,
    eventTypes: [
      { id: 9, title: null, destination: OWN, remembered: null, seenAnswer: 1 },
      { id, title: null, destination, remembered: null, seenAnswer: 1 },
    ],
  });
  expect(isRestored(withDestination(OWN), wanted)).toBe(true);
  expect(isRestored(withDestination({ ...OWN, externalId: "c1" }), wanted)).toBe(false);
  expect(isRestored(withDestination(null), wanted)).toBe(false);
  expect(isRestored(withDestination(OWN, 2), wanted)).toBe(false);
});
