import { expect, test } from "vitest";
import { aConnection, accountStateOf } from "../../../tests/fixtures/account-states.ts";
import { aMending } from "../../../tests/fixtures/mending.ts";
import type { AccountState, RememberedConnection, RememberedEventType } from "../model/account-state.ts";
import { restorableEventTypes } from "./restore-event-types.ts";

const [C0, C1] = ["c0", "c1"].map((externalId) => ({ integration: "google_calendar", externalId }));
if (!C0 || !C1) throw new Error("There are two calendars.");
const BEFORE = { id: 7, title: "Intro", destination: C0 };

/** Of an event type that had `c0` when connection 135 broke. */
function restorable(
  now: Partial<RememberedEventType>,
  connections: RememberedConnection[] = [aConnection({}, [{}, {}])],
  state: Partial<AccountState> = {},
) {
  const eventType = { id: 7, title: "Intro", destination: null, remembered: C0, seenAnswer: 2, ...now };
  const mending = aMending({ eventTypes: [BEFORE] });
  return restorableEventTypes(mending, {
    ...accountStateOf(...connections),
    eventTypes: [eventType as RememberedEventType],
    ...state,
  });
}

const NOTHING = { eventTypes: [], cannot: [], unread: false };

test("one that has another calendar now which works keeps that", () => {
  expect(restorable({ destination: C1 })).toEqual(NOTHING);
});

test("one that has another calendar now which does not work gets its own back", () => {
  const connections = [aConnection({}, [{}, { missing: true }])];
  expect(restorable({ destination: C1 }, connections)).toEqual({ ...NOTHING, eventTypes: [BEFORE] });
});

test("what one has is unknown where it was read before its app went, not where another app went", () => {
  const lost = (integration: string, answer: number) => ({ lostApps: [{ integration, answer }] });
  const read = (state: Partial<AccountState>) => restorable({ destination: C0 }, undefined, state).unread;
  expect(read(lost("google_calendar", 3))).toBe(true);
  expect(read(lost("google_calendar", 2))).toBe(false);
  expect(read(lost("office365_calendar", 3))).toBe(false);
  expect(read({})).toBe(false);
});

test("one whose calendar is in another broken connection is left to that, one whose calendar is nowhere is told of", () => {
  const other = aConnection({ credentialId: 9, condition: "broken" });
  expect(restorable({}, [other])).toEqual(NOTHING);
  const problem = { problem: "calendarGone" };
  expect(restorable({}, [aConnection({}, [{ externalId: "x" }])])).toEqual({
    ...NOTHING,
    cannot: [{ what: "eventType", id: 7, title: "Intro", problem }],
  });
});
