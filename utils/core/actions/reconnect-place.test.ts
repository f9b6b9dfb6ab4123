import { expect, test } from "vitest";
import { aConnection } from "../../../tests/fixtures/account-states.ts";
import { anAccountState } from "../../../tests/support/unit/world.ts";
import type { RememberedConnection } from "../model/account-state.ts";
import { reconnectPlace } from "./reconnect-place.ts";

const ID = { integration: "google_calendar", credentialId: 1, delegationCredentialId: null };

const NEW = { ...ID, credentialId: 2 };

const place = (change: Partial<RememberedConnection>) =>
  reconnectPlace(
    anAccountState({
      connections: [aConnection({ ...ID, condition: "broken", ...change }), aConnection(NEW)],
    }),
    ID,
  );

const INSTALLED = { page: "installed", slug: "google-calendar" };
const APP = { page: "app", slug: "google-calendar" };

test.each([
  ["of a broken one the app is connected again where it is offered", {}, APP],
  ["so is that of one that is gone", { condition: "missing" as const }, APP],
  [
    "one that keeps breaking and works just now is not connected twice",
    { condition: "healthy" as const },
    INSTALLED,
  ],
  ["nor is one that another one stands for", { replacedBy: NEW }, INSTALLED],
  [
    "an organization's is for its administrator",
    { message: "DelegationCredential is not enabled" },
    { page: "delegation" },
  ],
  [
    "one of another identity is looked for in the list of calendars",
    { credentialId: 3 },
    { page: "calendars" },
  ],
])("%s", (_, change, expected) => {
  expect(place(change)).toEqual(expected);
});
