import { expect, test } from "vitest";
import { placeUrl } from "./web-app-places.ts";

test("places are on the account's own web app", () => {
  expect(placeUrl("https://app.cal.eu", { page: "calendars" })).toBe(
    "https://app.cal.eu/settings/my-account/calendars",
  );
  expect(placeUrl("https://cal.example.org", { page: "api-keys" })).toBe(
    "https://cal.example.org/settings/developer/api-keys",
  );
});

test("there is no link without a web app, or to something that is none", () => {
  expect(placeUrl(null, { page: "calendars" })).toBeNull();
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
