import { expect, test } from "vitest";
import { accountAtApp, appName } from "./app-name.ts";
import { calendarName } from "./calendar-name.ts";

const SECRET = "https://feeds.example.com/private-abc123/basic.ics";

test.each([
  ["a name", { name: "Family" }, "Family"],
  ["an address that people know", { name: null, externalId: "dana@example.com" }, "dana@example.com"],
  ["an id that says nothing", { name: " ", externalId: "AAMkAGQ1ZmFkLWVu0AAA=" }, "Unnamed calendar"],
  ["a group's address", { name: "", externalId: "x0@group.calendar.google.com" }, "Unnamed calendar"],
  [
    "a calendar at an address",
    { name: "", externalId: "https://caldav.example.com/u/83C4/" },
    "Unnamed calendar",
  ],
  ["a feed", { integration: "ics-feed_calendar", name: null, externalId: SECRET }, "feeds.example.com"],
  ["a feed called by its address", { integration: "ics-feed_calendar", name: SECRET }, "feeds.example.com"],
  ["a calendar with an address in its name", { name: `Trips (${SECRET})` }, "Trips (feeds.example.com)"],
  ["one with half an address", { name: "feeds.example.com/private-abc123/basic.ics" }, "feeds.example.com"],
  ["one with an address of nobody", { name: "https://?private-abc123" }, "Unnamed calendar"],
  [
    "a feed by webcal",
    { integration: "ics-feed_calendar", name: null, externalId: "webcal://a.example/s" },
    "a.example",
  ],
  [
    "a feed at an address that no browser reads",
    { integration: "ics-feed_calendar", name: null, externalId: "https://ho st/private-abc123" },
    "Unnamed calendar",
  ],
  [
    "a user with a password",
    { name: null, externalId: "dana:s3cr3t@feeds.example.com?x=1" },
    "Unnamed calendar",
  ],
  [
    "a feed at an address of nobody",
    { integration: "ics-feed_calendar", name: "", externalId: "feed://?s3cr3t" },
    "Unnamed calendar",
  ],
  [
    "a feed at a strange address",
    { integration: "ics-feed_calendar", name: null, externalId: "secret" },
    "Unnamed calendar",
  ],
])("the name of %s", (_, differences, name) => {
  expect(calendarName({ integration: "google_calendar", externalId: "id", ...differences })).toBe(name);
});

test.each([
  "https://feeds.example.com/My Calendar/0a1b2c3d/basic.ics",
  'https://feeds.example.com/a"b<c>`d/secret.ics',
  "https://max:%2Fpw@feeds.example.com/x(1)",
  "https://secretuser%2Fw@feeds.example.com:8443/x_",
  " HTTPS://Feeds.example.com/x!",
])("of a feed without a name only the host is shown, whatever its address has in it: %j", (externalId) => {
  const feed = { integration: "ics-feed_calendar", name: null, externalId };
  expect(calendarName(feed)).toBe("feeds.example.com");
});

test("an app is called as Cal.com calls it, else by its type", () => {
  expect(appName({ appName: "My Google", integration: "google_calendar" })).toBe("My Google");
  expect(appName({ appName: " ", integration: "office365_calendar" })).toBe("Outlook Calendar");
  expect(appName({ appName: null, integration: "proton_calendar" })).toBe("Proton Calendar");
  expect(appName({ appName: null, integration: "" })).toBe("Calendar app");
});

test("a type with an address in it is shown without its secret", () => {
  const integration = "https://feeds.example.com/private/s3cr3tkey_calendar";
  expect(appName({ appName: " ", integration })).toBe("Feeds.example.com Calendar");
});

test("whose account it is comes from the primary calendar, not from one that is shared with many", () => {
  const calendar = (externalId: string, email: string | null, primary = false) => ({
    externalId,
    email,
    primary,
    integration: null,
    name: null,
    readOnly: false,
    isSelected: true,
    missing: false,
    inherited: false,
  });
  const shared = calendar("s", "x@group.calendar.google.com");
  const own = calendar("o", "dana@example.com", true);
  expect(accountAtApp({ calendars: [shared, own], primaryExternalId: null })).toBe("dana@example.com");
  expect(accountAtApp({ calendars: [shared], primaryExternalId: "s" })).toBeNull();
  const feed = calendar("g", "feeds.example.com/private-abc123/basic.ics");
  expect(accountAtApp({ calendars: [feed], primaryExternalId: "g" })).toBeNull();
  expect(accountAtApp({ calendars: [calendar("f", null)], primaryExternalId: "f" })).toBeNull();
});
