import { danaApple, danaCalDav, danaFeeds, danaGoogle, danaOutlook } from "./accounts.ts";
import { connect, dana, destinationRow } from "./build.ts";
import type { Scenario } from "./scenario.ts";

const GOOGLE_DESTINATION = () => destinationRow("google_calendar", "dana@example.com", 135);

/** Nothing to remark: every calendar can be written and is checked for conflicts. */
export function allWell(): Scenario {
  const google = connect("google_calendar", 135, "dana@example.com", [
    { externalId: "dana@example.com", name: "dana@example.com", primary: true, selected: true },
    { externalId: "family0123@group.calendar.google.com", name: "Family", selected: true },
  ]);
  const outlook = connect("office365_calendar", 212, "dana@contoso.example", [
    { externalId: "AAMkAGQ1ZmFkLWVu0AAA=", name: "Calendar", primary: true, selected: true },
  ]);
  return { users: [dana([google, outlook], GOOGLE_DESTINATION())] };
}

/** As most accounts look: the important calendars are checked, a shared rota and birthdays can only be read. */
export function everyday(): Scenario {
  return { users: [dana([danaGoogle(), danaOutlook()], GOOGLE_DESTINATION())] };
}

/** For showing around: four kinds of connection and nine calendars, all connections working. */
export function lively(): Scenario {
  const outlook = connect("office365_calendar", 212, "dana@contoso.example", [
    { externalId: "AAMkAGQ1ZmFkLWVu0AAA=", name: "Calendar", primary: true, selected: true },
    { externalId: "AAMkAGQ1ZmFkLWVu2CCC=", name: "Product launches", selected: true },
    { externalId: "AAMkAGQ1ZmFkLWVu1BBB=", name: "Birthdays", writable: false },
  ]);
  const apple = connect("apple_calendar", 301, "dana@icloud.example", [
    { externalId: "https://caldav.icloud.com/20961146906/calendars/home/", name: "Home", selected: true },
    { externalId: "https://caldav.icloud.com/20961146906/calendars/office/", name: "Climbing club" },
  ]);
  const feeds = danaFeeds([
    { externalId: "https://feeds.example.com/private-abc123/rota.ics", name: "Clinic rota", selected: true },
  ]);
  return { users: [dana([danaGoogle(), outlook, apple, feeds], GOOGLE_DESTINATION())] };
}

/** One of Dana's Google calendars is shared with her second account, read-only there. */
export function twoGoogleAccounts(): Scenario {
  const side = connect("google_calendar", 136, "dana.side@example.com", [
    { externalId: "dana.side@example.com", name: "Side business", primary: true },
    { externalId: "dana@example.com", name: "dana@example.com", writable: false },
  ]);
  return { users: [dana([danaGoogle(), side], GOOGLE_DESTINATION())] };
}

/** Neither flags a primary calendar nor says what can be written. */
export function appleAndCalDav(): Scenario {
  const home = "https://caldav.icloud.com/20961146906/calendars/home/";
  const row = destinationRow("apple_calendar", home, 301, { id: 880, primaryEmail: "dana@icloud.example" });
  return { users: [dana([danaApple(), danaCalDav()], row)] };
}

/** Feeds cannot take bookings, and yet one of them can be where they are added. */
export function icsOnly(): Scenario {
  const feed = "https://feeds.example.com/private-abc123/basic.ics";
  const row = destinationRow("ics-feed_calendar", feed, 410, { id: 881 });
  return { users: [dana([danaFeeds([{ externalId: feed, name: null, selected: true }])], row)] };
}

/** Nothing was ever connected. */
export function noneConnected(): Scenario {
  return { users: [dana([])] };
}

/** Names as people give them: long, in other scripts, from right to left, and looking like markup. */
export function longNames(): Scenario {
  const google = connect("google_calendar", 135, "dana@example.com", [
    { externalId: "dana@example.com", name: "dana@example.com", primary: true, selected: true },
    {
      externalId: "long0001@group.calendar.google.com",
      name: "Quarterly planning, budget reviews and everything that the finance committee forgot to put elsewhere (do not delete)",
      selected: true,
    },
    {
      externalId: "long0002@group.calendar.google.com",
      name: "Donaudampfschifffahrtsgesellschaftskapitänskajütenbelegung",
    },
    {
      externalId: "long0003@group.calendar.google.com",
      name: '<b>Not bold</b> & "quoted" <img src=x onerror=alert(1)>',
    },
    {
      externalId: "long0004@group.calendar.google.com",
      name: "مواعيد العائلة وأعياد الميلاد",
      writable: false,
    },
    { externalId: "long0005@group.calendar.google.com", name: "家族の予定と学校行事 🎏🎂", selected: true },
  ]);
  const outlook = connect(
    "office365_calendar",
    212,
    "dana.maria.lopez-fernandez.de.la.torre@subsidiary.contoso.example",
    [
      { externalId: `AAMk${"AGQ1ZmFkLWVu".repeat(10)}=`, name: "Calendar", primary: true, selected: true },
      { externalId: "AAMkAGQ1ZmFkLWVu9ZZZ=", name: "   " },
    ],
  );
  return { users: [dana([google, outlook], GOOGLE_DESTINATION())] };
}
