import { expect, test } from "vitest";
import { anAccountState } from "../../../tests/support/unit/world.ts";
import type { RememberedConnection } from "../model/account-state.ts";
import { reconnectPlace } from "./reconnect-place.ts";

const ID = { integration: "google_calendar", credentialId: 1, delegationCredentialId: null };

const place = (change: Partial<RememberedConnection>) =>
  reconnectPlace(
    anAccountState({
      connections: [
        {
          ...ID,
          appSlug: "google-calendar",
          condition: "broken",
          message: null,
          ...change,
        } as RememberedConnection,
      ],
    }),
    ID,
  );

const INSTALLED = { page: "installed", slug: "google-calendar" };

test.each([
  ["a broken one is highlighted among the installed apps", {}, INSTALLED],
  ["so is one that keeps breaking and works just now", { condition: "healthy" as const }, INSTALLED],
  [
    "one that is gone is connected where its app is",
    { condition: "missing" as const },
    { page: "app", slug: "google-calendar" },
  ],
  [
    "an organization's is for its administrator",
    { message: "DelegationCredential is not enabled" },
    { page: "delegation" },
  ],
  [
    "one of another identity is looked for in the list of calendars",
    { credentialId: 2 },
    { page: "calendars" },
  ],
])("%s", (_, change, expected) => {
  expect(place(change)).toEqual(expected);
});
