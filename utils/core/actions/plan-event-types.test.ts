import { expect, test } from "vitest";
import { aConnection, accountStateOf } from "../../../tests/fixtures/account-states.ts";
import { aFinding } from "../../../tests/support/unit/world.ts";
import type { AccountState, RememberedConnection } from "../model/account-state.ts";
import type { FindingKind } from "../model/finding.ts";
import { planEventTypes } from "./plan-event-types.ts";

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
