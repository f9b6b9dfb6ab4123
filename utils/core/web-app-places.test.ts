import { expect, test } from "vitest";
import { type Place, placeUrl } from "./web-app-places.ts";

test("places are on the account's own web app", () => {
  expect(placeUrl("https://app.cal.eu", { page: "calendars" })).toBe(
    "https://app.cal.eu/settings/my-account/calendars",
  );
  expect(placeUrl("https://cal.example.org", { page: "api-keys" })).toBe(
    "https://cal.example.org/settings/developer/api-keys",
  );
});

test.each<[Place, string]>([
  [{ page: "delegation" }, "/settings/organizations/delegation-credential"],
  [{ page: "installed", slug: "google-calendar" }, "/apps/installed/calendar?hl=google-calendar"],
  [{ page: "installed", slug: null }, "/apps/installed/calendar"],
  [{ page: "app", slug: "google-calendar" }, "/apps/google-calendar"],
  [{ page: "app", slug: null }, "/apps/installed/calendar"],
  [{ page: "booking", uid: "a/b" }, "/booking/a%2Fb"],
  [{ page: "event-types" }, "/event-types"],
  [{ page: "event-type", id: 7 }, "/event-types/7"],
])("the place %j is at %s, also on a server without https", (place, path) => {
  expect(placeUrl("http://cal.example.org:3000", place)).toBe(`http://cal.example.org:3000${path}`);
});

test("there is no link without a web app, or to something that is none", () => {
  expect(placeUrl(null, { page: "calendars" })).toBeNull();
  expect(placeUrl("https://", { page: "calendars" })).toBeNull();
  expect(placeUrl("javascript:https://x", { page: "calendars" })).toBeNull();
  expect(placeUrl("nonsense", { page: "calendars" })).toBeNull();
  expect(placeUrl("javascript:alert(1)//", { page: "calendars" })).toBeNull();
});

test.each(["../settings/security", "//evil.example", "a?b", "", "a b", "%2e%2e"])(
  "an app's slug that is no plain word leads to the list of apps: %j",
  (slug) => {
    for (const page of ["app", "installed"] as const) {
      expect(placeUrl("https://app.cal.com", { page, slug })).toBe(
        "https://app.cal.com/apps/installed/calendar",
      );
    }
  },
);
