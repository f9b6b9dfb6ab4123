import { expect, test } from "vitest";
import { aConnection, accountStateOf, GOOGLE } from "../../../tests/fixtures/account-states.ts";
import { planRestoring } from "../../core/actions/plan.ts";
import type { AccountState } from "../../core/model/account-state.ts";
import { restorable } from "./restore.ts";

const NOW = Date.parse("2026-03-04T13:05:00Z");

/** One calendar that two connections know: the first lists it no more. */
function sharedCalendar(): AccountState {
  const first = aConnection({ credentialId: 1 });
  const second = aConnection({ credentialId: 2 });
  const [calendar] = first.calendars;
  if (!calendar) throw new Error("It has a calendar.");
  const shared = { ...calendar, integration: "google_calendar", readOnly: false };
  first.calendars = [{ ...shared, missing: true }];
  second.calendars = [{ ...shared, missing: false }];
  const state = accountStateOf(first, second);
  state.destination.remembered = {
    integration: "google_calendar",
    externalId: shared.externalId,
    credentialId: null,
    delegationCredentialId: null,
    name: null,
  };
  return state;
}

test("what the popup offers to restore is what the worker restores, also through the second of two connections", () => {
  const state = sharedCalendar();
  expect(restorable(state, NOW)).toMatchObject({ kind: "now" });
  expect(planRestoring(state)).toMatchObject({ announced: { action: "set-destination" } });
});

test("a calendar that the new connection does not list is not there once the app is connected again", () => {
  const old = aConnection({ condition: "broken", replacedBy: { ...GOOGLE, credentialId: 2 } }, [
    { name: "Own" },
    { name: "Family" },
  ]);
  const state = accountStateOf(old, aConnection({ credentialId: 2 }, [{ name: "Own" }]));
  state.destination.remembered = { ...GOOGLE, externalId: "c1", name: "Family" };
  expect(restorable(state, NOW)).toEqual({ kind: "gone" });
  const alone = accountStateOf({ ...old, replacedBy: null });
  alone.destination.remembered = state.destination.remembered;
  expect(restorable(alone, NOW)).toMatchObject({ kind: "afterConnecting" });
});

test("an app is not said to be back while all that broke is a calendar of it that has disappeared", () => {
  const google = aConnection({ breaks: [NOW - 1] }, [{ name: "Own" }, { name: "Family" }]);
  const state = accountStateOf(google);
  state.destination.remembered = { ...GOOGLE, externalId: "c1", name: "Family" };
  expect(restorable(state, NOW)).toMatchObject({ kind: "now", isBack: true });
  google.calendars = google.calendars.map((each, place) => ({ ...each, missing: place === 0 }));
  expect(restorable(state, NOW)).toMatchObject({ kind: "now", isBack: false });
});
